namespace MyBudget.Features.Imports;

/// <summary>An import without its rows, which only its first event holds: they can be many and never change.</summary>
/// <param name="Id">UUID.</param>
/// <param name="FileName">As the client called the file.</param>
/// <param name="Format">Of the file: ofx, csv and so on.</param>
/// <param name="Accounts">Which bank account went into which account.</param>
/// <param name="Imported">How many rows became transactions.</param>
/// <param name="Duplicates">How many were there already.</param>
/// <param name="Rejected">How many could not be imported, or were not to be.</param>
/// <param name="CreatedBy">The user who imported it.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="UndoneBy">The user who undid it.</param>
/// <param name="UndoneAt">UTC; null while it stands.</param>
/// <param name="Version">Grows with every change; see <c>ETag</c>.</param>
/// <param name="Corrected">How many corrected an entry that was there.</param>
public sealed record Import(
    Guid Id, string? FileName, string Format, IReadOnlyList<ImportedAccount> Accounts, int Imported, int Duplicates, int Rejected,
    Guid CreatedBy, DateTimeOffset CreatedAt, Guid? UndoneBy, DateTimeOffset? UndoneAt, int Version, int Corrected = 0)
    : ILedgerState<Import>
{
    public static Import? Fold(Import? state, Guid id, object e) => e switch
    {
        ImportCompleted completed => Of(id, completed),
        ImportUndone undone => state! with { UndoneBy = undone.By, UndoneAt = undone.At, Version = state.Version + 1 },
        _ => state,
    };

    internal static Import Of(Guid id, ImportCompleted e)
    {
        var counts = e.Rows.CountBy(row => row.Status).ToDictionary();
        return new Import(
            id, e.File.Name, e.File.Format, e.Accounts, counts.GetValueOrDefault(RowStatus.Imported),
            counts.GetValueOrDefault(RowStatus.Duplicate), counts.GetValueOrDefault(RowStatus.Rejected), e.By, e.At, UndoneBy: null,
            UndoneAt: null, Version: 1, counts.GetValueOrDefault(RowStatus.Corrected));
    }
}
