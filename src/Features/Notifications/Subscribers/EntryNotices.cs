using MyBudget.Infrastructure.EventStore.Subscriptions;

namespace MyBudget.Features.Notifications.Subscribers;

/// <summary>
/// Sends the members of a ledger notices of what others entered, changed and deleted, and of large transactions. What somebody entered by hand they know; an
/// import may bring large ones that nobody has seen, so the member who imported gets a notice of them as well.
/// </summary>
internal sealed class EntryNotices(IDocumentSession session, LedgerScope scope, LargeLimits limits, Notices notices) : LedgerSubscriber
{
    /// <summary>More entries than this in one write, such as of a phone that was offline, are told as one number.</summary>
    private const int MostSingly = 3;

    public override async Task HandleAsync(IReadOnlyList<CommittedEvent> events, CancellationToken cancellationToken)
    {
        if (!events.Any(e => e.Data is TransactionRecorded or ImportCompleted or LargeTransactionLimitSet || EntryEdit.Of(e) is not null)
            || !await session.HoldLedgerAsync(cancellationToken))
        {
            return;
        }

        var ledgerId = scope.LedgerId;
        var members = await session.Query<LedgerMembership>().Where(member => member.LedgerId == ledgerId).ToListAsync(cancellationToken);
        var users = members.Select(member => member.UserId).ToArray();
        var names = (await session.LoadManyAsync<UserProfile>(cancellationToken, users)).ToDictionary(user => user.Id, user => user.DisplayName);
        var accounts = (await new StoredFacts(session, cancellationToken).OfAsync<AccountFacts>(AccountsTables.Accounts)).ToDictionary(account => account.Id);
        var limit = await limits.ReadAsync(ledgerId, cancellationToken);

        var toSend = new List<Notice>();
        foreach (var write in events.GroupBy(e => e.Revision))
        {
            foreach (var set in write.Where(e => e.Data is LargeTransactionLimitSet))
            {
                var data = (LargeTransactionLimitSet)set.Data;
                limit = new LargeLimit(data.From, data.Currency);
                limits.Keep(ledgerId, limit, set.Revision);
            }

            var written = new EntriesOfWrite(ledgerId, users, names, accounts, limit);
            var recorded = write.Where(e => e.Data is TransactionRecorded { Source: null }).Select(e => (e.StreamId, Event: (TransactionRecorded)e.Data)).ToList();
            toSend.AddRange(recorded.Count > MostSingly ? written.TogetherOf(write.Key, recorded) : recorded.SelectMany(entry => written.NoticesOf(entry.StreamId, entry.Event)));
            List<EntryEdit> edits = [.. write.Select(EntryEdit.Of).OfType<EntryEdit>()];
            toSend.AddRange(edits.Count > MostSingly ? written.TogetherOf(write.Key, edits) : edits.SelectMany(edit => written.NoticesOf(write.Key, edit)));
            toSend.AddRange(write.Where(e => e.Data is ImportCompleted).SelectMany(e => written.NoticesOf(e.StreamId, (ImportCompleted)e.Data)));
        }

        await notices.SendAsync(toSend, cancellationToken);
        await session.SaveChangesAsync(cancellationToken);
    }
}
