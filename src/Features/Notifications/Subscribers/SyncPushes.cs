using MyBudget.Infrastructure.EventStore.Subscriptions;
using MyBudget.Infrastructure.Firebase;

namespace MyBudget.Features.Notifications.Subscribers;

/// <summary>
/// Tells the members' devices, silently, that a ledger has changed, and up to which revision: nothing else of it. One message per
/// device and ledger waits at a time, for the newest revision. Not browsers, which show something for every push; they have the stream of events.
/// </summary>
internal sealed class SyncPushes(IDocumentSession session, LedgerScope scope, Devices devices, IOptions<FirebaseSettings> firebase, TimeProvider time)
    : LedgerSubscriber
{
    /// <summary>Writes that follow each other closely are one message.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(1);

    /// <summary>A device that was away for longer asks by itself when it is back.</summary>
    private static readonly TimeSpan UsefulFor = TimeSpan.FromDays(1);

    public override async Task HandleAsync(IReadOnlyList<CommittedEvent> events, CancellationToken cancellationToken)
    {
        if (!firebase.Value.IsOn) return;

        var ledgerId = scope.LedgerId;
        var members = await session.Query<LedgerMembership>().Where(member => member.LedgerId == ledgerId).ToListAsync(cancellationToken);
        var users = members.Select(member => member.UserId).ToArray();
        var reachable = (await devices.ReachableAsync(users, cancellationToken)).SelectMany(user => user).Where(device => device.Channel == PushPayload.Fcm).ToList();
        if (reachable.Count == 0) return;

        var unwilling = (await session.LoadManyAsync<NotificationPreferences>(cancellationToken, users))
            .Where(chosen => !chosen.SyncMessages).Select(chosen => chosen.Id).ToHashSet();
        var (now, revision) = (time.GetUtcNow(), events.Max(e => e.Revision));
        foreach (var device in reachable.Where(device => !unwilling.Contains(device.UserId)))
        {
            var message = PushPayload.OfSync(device, ledgerId, revision).ToMessage(device.Channel, now, now + Gathering, now + UsefulFor);
            session.EnqueueLatest(message with { Id = IdOf(device, ledgerId) });
        }

        await session.SaveChangesAsync(cancellationToken);
    }

    private static Guid IdOf(ReachableDevice device, Guid ledgerId) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"sync/{device.Id}/{ledgerId}"))).AsSpan(0, 16));
}
