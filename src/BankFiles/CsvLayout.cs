using System.Text.Json.Serialization;

namespace MyBudget.BankFiles;

/// <summary>
/// How a CSV file was read; the fields mean what they mean in <see cref="CsvMapping"/>. There are no headers where the file
/// has none.
/// </summary>
internal sealed record CsvLayout(
    string Delimiter, string Encoding, bool HasHeader, int SkipLines, string DateFormat, char DecimalSeparator, bool Negate,
    IReadOnlyList<string> Headers, CsvColumns Columns)
{
    /// <summary>The encoding was told by the letters it makes, not by the file: payees may look wrong.</summary>
    public bool EncodingGuessed { get; init; }

    /// <summary>How money out is told from money in.</summary>
    public CsvSigns Signs { get; init; }

    /// <summary>The words of the indicator that were read as money out.</summary>
    public IReadOnlyList<string>? IndicatorOut { get; init; }

    /// <summary>The words of the indicator that were read as money in.</summary>
    public IReadOnlyList<string>? IndicatorIn { get; init; }

    /// <summary>What the file settles for the next ones; null where it has no entries.</summary>
    [JsonIgnore]
    public SettledLayout? Settles { get; init; }

    /// <summary>What earlier files settled, where it was needed or is contradicted.</summary>
    [JsonIgnore]
    public SettledUse? Settled { get; init; }

    /// <summary>States that are not known; their rows count as booked.</summary>
    public IReadOnlyList<string>? UnknownStates { get; init; }
}

/// <summary>How a file's signs were read. Of the last three the user should have a look: <c>negate</c> turns the signs.</summary>
internal enum CsvSigns
{
    /// <summary>As they are written, or turned where <c>negate</c> says so.</summary>
    Written,

    /// <summary>By columns of their own for money out and money in.</summary>
    Columns,

    /// <summary>By the words of the indicator.</summary>
    Words,

    /// <summary>By how the running balance moves.</summary>
    Balance,

    /// <summary>Written the other way round, as its words or its running balance prove.</summary>
    Turned,

    /// <summary>No amount has a minus, and nothing says which way the money went: taken as money in.</summary>
    AllIn,

    /// <summary>Every amount has a minus.</summary>
    AllOut,

    /// <summary>A card whose amounts are mostly money in as they are written.</summary>
    MostlyIn,
}

/// <summary>0-based column indexes; null where the file has no such column.</summary>
internal sealed record CsvColumns
{
    public required int Date { get; init; }
    public int? ValueDate { get; init; }
    public int? Amount { get; init; }
    public int? Debit { get; init; }
    public int? Credit { get; init; }
    public int? Indicator { get; init; }
    public int? Fee { get; init; }
    public int? Payee { get; init; }
    public int? Payer { get; init; }
    public int? Memo { get; init; }
    public int? BankId { get; init; }
    public int? CheckNumber { get; init; }
    public int? Currency { get; init; }
    public int? Category { get; init; }
    public int? Balance { get; init; }
    public int? Account { get; init; }
    public int? Status { get; init; }

    /// <summary>More columns that name the payee, for rows where the first is blank.</summary>
    public IReadOnlyList<int>? OtherPayees { get; init; }

    /// <summary>Columns of text that nothing is known of; they follow the memo.</summary>
    public IReadOnlyList<int>? OtherTexts { get; init; }
}
