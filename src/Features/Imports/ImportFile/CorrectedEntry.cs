using MyBudget.BankFiles;

namespace MyBudget.Features.Imports.ImportFile;

/// <summary>An entry that the bank corrects.</summary>
/// <param name="BankId">By which the bank names it.</param>
internal sealed record CorrectedEntry(Guid Id, Guid AccountId, string BankId, ToldEntry Entry, bool IsDeleted)
{
    /// <summary>What a user did with it is not overwritten in silence, and what was agreed with a statement not at all.</summary>
    /// <returns>Null where the correction can be applied.</returns>
    public RowReason? ReasonAgainst(BankCorrection corrects)
    {
        var does = corrects.IsDeletion ? "takes back" : "replaces";
        if (Entry.Status is EntryStatus.Reconciled)
        {
            return new RowReason(
                "correction-reconciled",
                $"With this the bank {does} its entry {corrects.BankId}, which is reconciled: unlock it, and import the file again.");
        }

        if (IsBound || (corrects.IsDeletion ? IsTouched : IsEdited))
        {
            return new RowReason(
                "correction-edited",
                $"With this the bank {does} its entry {corrects.BankId}, which was edited since. "
                + "Answer `import` to do so, or change it yourself.");
        }

        return null;
    }

    /// <summary>
    /// The bank told this very thing of it already, under the same id: it comes with a file that comes again. An earlier correction counts,
    /// too, so that files in another order change nothing.
    /// </summary>
    public bool IsKnown(string? own, Entry told)
    {
        List<BankRow> rows = [.. (Entry.BankRows ?? []).Where(row => row.AccountId == AccountId && row.BankId == own)];
        var corrections = rows.FindAll(row => row.Replaced is not null);
        if ((corrections.Count > 0 ? corrections : rows).Exists(row => (row.Date, row.Amount, row.Payee) == (told.Date, told.Amount, told.Payee))) return true;
        return corrections.Count == 0 && Entry.BankId == own && Entry.BankRecord == new ReplacedByBank(told.Date, told.Amount, told.Payee);
    }

    /// <summary>Another amount would break its parts, or the other side of a transfer: the user's word does not help.</summary>
    public bool IsBound => Entry.AccountId != AccountId || Entry.Transfer is not null || Entry.Splits.Count > 0;

    /// <summary>
    /// It says something else than the bank told of it. What a person entered says the day and the payee in their own way.
    /// </summary>
    private bool IsEdited
    {
        get
        {
            List<BankRow> rows = [.. (Entry.BankRows ?? []).Where(row => row.AccountId == AccountId)];
            if (Entry.ImportId is null) return rows.Count == 0 || Entry.Amount != rows[^1].Amount;
            var told = rows.FindLast(row => row.Replaced is not null) is { } correction
                ? new ReplacedByBank(correction.Date, correction.Amount, correction.Payee)
                : Entry.BankRecord;
            return new ReplacedByBank(Entry.Date, Entry.Amount, Entry.Payee) != told;
        }
    }

    /// <summary>Anything of it is a user's.</summary>
    private bool IsTouched => Entry.ImportId is null || Entry.Version > 1 + (Entry.BankRows?.Count ?? 0);
}

/// <summary>A stored transaction, as far as it tells whether a user changed it.</summary>
internal sealed record ToldEntry : Entry
{
    public Guid? ImportId { get; init; }
    public string? BankId { get; init; }
    public ReplacedByBank? BankRecord { get; init; }
    public IReadOnlyList<BankRow>? BankRows { get; init; }
    public int Version { get; init; }
}
