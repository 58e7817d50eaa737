using MyBudget.Infrastructure.EventStore.Subscriptions;

namespace MyBudget.Features.Notifications.Subscribers;

/// <summary>An entry that was changed, restored or deleted.</summary>
/// <param name="Was">What it was before a change; null otherwise.</param>
/// <param name="Entry">What it is now, or was last.</param>
internal sealed record EntryEdit(Guid Id, NotificationKind Kind, Entry? Was, Entry Entry, Guid By, DateTimeOffset At)
{
    /// <summary>Null for other events.</summary>
    public static EntryEdit? Of(CommittedEvent e) => e.Data switch
    {
        TransactionRevised it => new EntryEdit(e.StreamId, NotificationKind.MemberChange, it.Was, it.Now, it.By, it.At),
        TransactionRestored it => new EntryEdit(e.StreamId, NotificationKind.MemberChange, Was: null, it.Now, it.By, it.At),
        TransactionDeleted { JoinedInto: null } it => new EntryEdit(e.StreamId, NotificationKind.MemberDeletion, Was: null, it.Was, it.By, it.At),
        _ => null,
    };
}
