namespace MyBudget.Features.Transactions.Reactions;

/// <summary>What a bank's file corrected is as it was before, once that import is undone; unless another import tells of the same correction.</summary>
internal static class CorrectionsTakenBack
{
    public static IEnumerable<object> Of(
        Transaction transaction, Guid import, bool isTakenBack, OtherTellers tellers, LedgerFacts facts, ImportUndone undone)
    {
        if (isTakenBack && transaction.TakenBackBy is not null && !tellers.TakeBack(transaction.Id))
            yield return Restored(transaction.ToEntry(), facts, undone);

        var entry = transaction.ToEntry();
        var rows = transaction.BankRows ?? [];
        foreach (var row in rows.Where(row => row.ImportId == import && row.Replaced is not null))
        {
            var heir = tellers.Of(transaction.Id, row.AccountId) is { } other && other.BankId == row.BankId && other.Amount == row.Amount ? other : null;
            // A later correction replaced what this one had made of it.
            var later = rows.FirstOrDefault(next => next != row && next.AccountId == row.AccountId && next.Replaced is { } made && made.Amount == row.Amount);
            var now = heir is null && later is null ? Before(entry, row) : entry;
            if (now != entry && transaction.DeletedAt is null)
            {
                facts.EnsureOpen(entry);
                EnsureFits(facts, now);
            }

            yield return new BankRowUnmatched(row, transaction.DeletedAt is null ? entry : now, now, undone.By, undone.At);
            entry = now;
            if (heir is not null)
            {
                yield return new BankRowMatched(heir with { Cleared = row.Cleared, Replaced = row.Replaced }, entry, entry, undone.By, undone.At);
            }
            else if (later is not null)
            {
                yield return new BankRowUnmatched(later, entry, entry, undone.By, undone.At);
                yield return new BankRowMatched(later with { Replaced = row.Replaced }, entry, entry, undone.By, undone.At);
            }
        }
    }

    /// <summary>It may have become a transfer or a split since, whose other amounts nobody would change with it.</summary>
    private static void EnsureFits(LedgerFacts facts, Entry now)
    {
        try
        {
            facts.EnsureConsistent(now);
        }
        catch (RuleViolation)
        {
            throw new RuleViolation(
                "imports.correction-built-on", "An entry that this import corrected was made a transfer or a split since; undo that first.");
        }
    }

    /// <summary>What a user changed since stays.</summary>
    private static Entry Before(Entry entry, BankRow row) => entry with
    {
        Amount = entry.Amount == row.Amount ? row.Replaced!.Amount : entry.Amount,
        Date = entry.Date == row.Date ? row.Replaced!.Date : entry.Date,
        Payee = entry.Payee == row.Payee ? row.Replaced!.Payee : entry.Payee,
        Status = row.Cleared && entry.Status is EntryStatus.Cleared ? EntryStatus.Pending : entry.Status,
    };

    private static TransactionRestored Restored(Entry entry, LedgerFacts facts, ImportUndone undone)
    {
        // A category may have been deleted meanwhile.
        var now = entry with
        {
            CategoryId = entry.CategoryId is { } category && facts.Categories.ContainsKey(category) ? category : null,
            Splits = [.. entry.Splits.Select(split => split.CategoryId is { } id && !facts.Categories.ContainsKey(id) ? split with { CategoryId = null } : split)],
        };
        return new TransactionRestored(facts.EnsureRecordable(now), undone.By, undone.At);
    }
}
