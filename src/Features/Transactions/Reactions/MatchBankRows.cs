namespace MyBudget.Features.Transactions.Reactions;

/// <summary>An entry keeps the rows of banks' files that met it, in the same write: by them it is known again, and answers for no others.</summary>
internal sealed class MatchBankRows : INotificationHandler<Appended<ImportCompleted>>
{
    public async Task Handle(Appended<ImportCompleted> notification, CancellationToken cancellationToken)
    {
        var (write, completed) = (notification.Write, notification.Event);
        var matched = completed.Matched.ToLookup(match => match.EntryId, match => match.Row);
        if (matched.Count == 0) return;

        var facts = await LedgerFacts.InAsync(write);
        foreach (var transaction in await write.Session.LoadManyAsync<Transaction>(cancellationToken, matched.Select(match => match.Key)))
        {
            var state = transaction;
            List<ImportedRow> rows = [.. matched[transaction.Id]];
            foreach (var (index, row) in rows.Index())
            {
                var account = completed.Accounts[row.Account!.Value].AccountId;
                var before = rows.Take(index).Count(other => (other.Account, other.Date, other.Amount, other.BankId) == (row.Account, row.Date, row.Amount, row.BankId));
                if (Decide(state, row, account, facts, notification.StreamId, completed.By, completed.At, before) is { } e) state = write.Append(state, e)!;
            }
        }
    }

    /// <param name="before">Equal rows of the file that came before, each for an equal part of a split.</param>
    /// <returns>Null where the entry has this very row already, as when a file comes again.</returns>
    internal static BankRowMatched? Decide(
        Transaction transaction, ImportedRow row, Guid account, LedgerFacts facts, Guid import, Guid by, DateTimeOffset at, int before = 0)
    {
        var was = transaction.ToEntry();
        var place = row.Pending ? -1 : was.PlaceOf(account, row.Amount!.Value, EntryStatus.Pending);
        // The balances of a closed account stay as they are.
        var clears = place >= 0 && !facts.Account(account).Closed;
        if (!clears && Known(transaction, row, account) > before) return null;

        var met = new BankRow(account, row.Date!.Value, row.Amount!.Value, row.Payee, row.BankId, import, row.Line, clears);
        return new BankRowMatched(met, was, clears ? was.WithStatuses((other, side) => other == place ? EntryStatus.Cleared : side.Status) : was, by, at);
    }

    private static int Known(Transaction transaction, ImportedRow row, Guid account)
    {
        var own = transaction.BankRecord is { } record && record.AccountId == account && record.Date == row.Date && record.Amount == row.Amount
                  && (row.BankId is null || row.BankId == transaction.BankId);
        return (own ? 1 : 0) + (transaction.BankRows ?? []).Count(known => known.AccountId == account && known.Date == row.Date && known.Amount == row.Amount
                                                         && (row.BankId is null || row.BankId == known.BankId));
    }
}
