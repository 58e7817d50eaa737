using System.Text.Json.Serialization;
using JasperFx.Events;

namespace MyBudget.Features.Transactions.GetTransactionHistory;

internal sealed record GetTransactionHistory(Guid Id, PageQuery Filter) : IQuery<Page<HistoryItem>?>;

/// <param name="Version">The transaction's version after the change.</param>
/// <param name="Kind">recorded, revised, matched (with a row of a bank's file), unmatched, joined (with another transaction), parted, deleted or restored; receiptAttached, receiptRemoved or receiptRestored, where the transaction stays as it is.</param>
/// <param name="By">The user.</param>
/// <param name="At">UTC.</param>
/// <param name="Was">Before; null where there was nothing.</param>
/// <param name="Now">After; null where nothing is left.</param>
/// <param name="Receipt">That the change is about; absent for all others.</param>
public sealed record HistoryItem(
    long Version, string Kind, Guid By, DateTimeOffset At, Entry? Was, Entry? Now,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Receipt? Receipt = null);

internal sealed class GetTransactionHistoryHandler(IQuerySession session) : IRequestHandler<GetTransactionHistory, Page<HistoryItem>?>
{
    public async Task<Page<HistoryItem>?> Handle(GetTransactionHistory request, CancellationToken cancellationToken)
    {
        var before = VersionCursor.Decode(request.Filter.Cursor);
        var size = request.Filter.Limit ?? PageLimit.Default;
        // The current version, so that only one page of a long stream is read.
        if (await session.LoadAsync<Transaction>(request.Id, cancellationToken) is not { } transaction) return null;

        var last = Math.Min(transaction.Version, (before ?? long.MaxValue) - 1);
        if (last < 1) return new Page<HistoryItem>([], null);

        var first = Math.Max(1, last - size + 1);
        var events = await session.Events.FetchStreamAsync(request.Id, version: last, fromVersion: first, token: cancellationToken);
        return new Page<HistoryItem>([.. events.Reverse().Select(Item)], first > 1 ? VersionCursor.Encode(first) : null);
    }

    private static HistoryItem Item(IEvent e)
    {
        if (ReceiptItem(e) is { } receipt) return receipt;
        var change = EntryChange.Of(e.Data)!.Value;
        var (kind, by, at) = e.Data switch
        {
            TransactionRecorded recorded => ("recorded", recorded.By, recorded.At),
            TransactionRevised revised => ("revised", revised.By, revised.At),
            BankRowMatched matched => ("matched", matched.By, matched.At),
            BankRowUnmatched unmatched => ("unmatched", unmatched.By, unmatched.At),
            TransactionJoined joined => ("joined", joined.By, joined.At),
            TransactionParted parted => ("parted", parted.By, parted.At),
            OtherSideKept kept => ("parted", kept.By, kept.At),
            TransactionDeleted { JoinedInto: not null } joined => ("joined", joined.By, joined.At),
            TransactionDeleted deleted => ("deleted", deleted.By, deleted.At),
            TransactionRestored restored => ("restored", restored.By, restored.At),
            _ => throw new InvalidOperationException($"{e.EventTypeName} is not an event of a transaction."),
        };
        return new HistoryItem(e.Version, kind, by, at, change.Was, change.Now);
    }

    private static HistoryItem? ReceiptItem(IEvent e) => e.Data switch
    {
        ReceiptAttached it => new HistoryItem(e.Version, "receiptAttached", it.By, it.At, it.Entry, it.Entry, it.Receipt),
        ReceiptRemoved it => new HistoryItem(e.Version, "receiptRemoved", it.By, it.At, it.Entry, it.Entry, it.Receipt),
        ReceiptRestored it => new HistoryItem(e.Version, "receiptRestored", it.By, it.At, it.Entry, it.Entry, it.Receipt),
        _ => null,
    };
}
