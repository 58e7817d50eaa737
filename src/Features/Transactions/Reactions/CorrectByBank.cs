namespace MyBudget.Features.Transactions.Reactions;

/// <summary>What a bank's file corrects of entries that earlier ones brought is corrected, in the same write.</summary>
internal sealed class CorrectByBank : INotificationHandler<Appended<ImportCompleted>>
{
    public async Task Handle(Appended<ImportCompleted> notification, CancellationToken cancellationToken)
    {
        var (write, completed) = (notification.Write, notification.Event);
        List<ImportedRow> rows = [.. completed.Corrections.Where(row => row.Status is RowStatus.Corrected)];
        if (rows.Count == 0) return;

        var facts = await LedgerFacts.InAsync(write);
        foreach (var row in rows)
        {
            if (await write.FindAsync<Transaction>(row.Correction!.TransactionId) is not { DeletedAt: null } transaction) continue;
            write.Append(transaction, row.Correction.IsDeletion
                ? TakeBack(transaction, facts, notification.StreamId, completed.By, completed.At)
                : Decide(transaction, row, completed.Accounts[row.Account!.Value].AccountId, facts, notification.StreamId, completed.By, completed.At));
        }
    }

    internal static TransactionDeleted TakeBack(Transaction transaction, LedgerFacts facts, Guid import, Guid by, DateTimeOffset at)
    {
        var was = transaction.ToEntry();
        facts.EnsureDeletable(was);
        return new TransactionDeleted(was, by, at, import);
    }

    /// <summary>The bank's amount; its day and payee where the entry has those of the bank. The row is kept with the entry, and what it replaced.</summary>
    internal static BankRowMatched Decide(
        Transaction transaction, ImportedRow row, Guid account, LedgerFacts facts, Guid import, Guid by, DateTimeOffset at)
    {
        var was = transaction.ToEntry();
        var isBanks = transaction.ImportId is not null;
        var clears = was.Status is EntryStatus.Pending && !row.Pending;
        var now = facts.EnsureRevisable(was, was with
        {
            Amount = row.Amount!.Value,
            Date = isBanks ? row.Date!.Value : was.Date,
            Payee = isBanks ? row.Payee : was.Payee,
            Status = clears ? EntryStatus.Cleared : was.Status,
        });
        var met = new BankRow(
            account, row.Date!.Value, row.Amount.Value, row.Payee, row.BankId, import, row.Line, clears, new ReplacedByBank(was.Date, was.Amount, was.Payee));
        return new BankRowMatched(met, was, now, by, at);
    }
}
