using System.Diagnostics.CodeAnalysis;

namespace MyBudget.Features.Imports;

/// <summary>How an account's files with certain columns are read where they prove nothing themselves.</summary>
public sealed record ImportLayout : ImportLayoutDetails, ILedgerState<ImportLayout>
{
    public ImportLayout() { }

    [SetsRequiredMembers]
    private ImportLayout(ImportLayoutDetails details) : base(details) { }

    /// <summary>UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The import that settled it last.</summary>
    public required Guid ImportId { get; init; }

    /// <summary>The user of that import.</summary>
    public required Guid SettledBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset SettledAt { get; init; }

    /// <summary>Grows with every change; see <c>ETag</c>.</summary>
    public required int Version { get; init; }

    public static ImportLayout? Fold(ImportLayout? state, Guid id, object e) => e switch
    {
        ImportLayoutSettled settled => new ImportLayout(settled.Layout)
        {
            Id = id,
            ImportId = settled.ImportId,
            SettledBy = settled.By,
            SettledAt = settled.At,
            Version = (state?.Version ?? 0) + 1,
        },
        ImportLayoutForgotten => null,
        _ => state,
    };
}
