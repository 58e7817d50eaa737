using System.Text.Json.Serialization;

namespace MyBudget.Features.Imports.Contracts;

/// <summary>A file that was imported settled how files with its columns are to be read for the account.</summary>
public sealed record ImportLayoutSettled(ImportLayoutDetails Layout, Guid ImportId, Guid By, DateTimeOffset At);

/// <summary>It was forgotten, by a user or with the import that had settled it.</summary>
public sealed record ImportLayoutForgotten(Guid By, DateTimeOffset At);

/// <summary>What files told or a user said. What is null was not settled: no file proved it, and nobody was asked.</summary>
public record ImportLayoutDetails
{
    /// <summary>The account whose files it is for.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>csv, xlsx or qif.</summary>
    public required string Format { get; init; }

    /// <summary>Tells that a file has the same columns.</summary>
    public required string Shape { get; init; }

    /// <summary>The names of the columns; empty where the files have none.</summary>
    public required IReadOnlyList<string> Headers { get; init; }

    /// <summary>What columns mean, in the words of a mapping, and their 0-based index.</summary>
    public required IReadOnlyDictionary<string, int> Columns { get; init; }

    /// <summary>Of the fields; empty where there are no columns.</summary>
    public required string Delimiter { get; init; }

    /// <summary>As a file told or a user said it.</summary>
    public string? Encoding { get; init; }

    /// <summary>Of a workbook.</summary>
    public string? Sheet { get; init; }

    /// <summary>Such as <c>dd/MM/yyyy</c>.</summary>
    public string? DateFormat { get; init; }

    /// <summary>A point or a comma.</summary>
    public string? DecimalSeparator { get; init; }

    /// <summary>True where signs are turned, false where they are right as they are written.</summary>
    public bool? Negate { get; init; }

    /// <summary>Words of the indicator that are money out; an empty one is a blank cell.</summary>
    public required IReadOnlyList<string> IndicatorOut { get; init; }

    /// <summary>Likewise for money in.</summary>
    public required IReadOnlyList<string> IndicatorIn { get; init; }

    /// <summary>
    /// Whether amounts beside words, or in a column, for money out are written with a minus; absent where no file showed it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? OutNegative { get; init; }

    /// <summary>Likewise for money in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? InNegative { get; init; }

    /// <summary>The amounts have the fees already; absent otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NoFee { get; init; }

    /// <summary>A column of accounts names those of others; absent otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NoAccount { get; init; }

    /// <summary>These members alone, of a layout that has more.</summary>
    public ImportLayoutDetails ToDetails() => new(this);
}
