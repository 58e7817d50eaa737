namespace MyBudget.Features.Notifications;

/// <summary>
/// Sends users their notices within the session's transaction, which the caller saves: into the inbox and, by the outbox, as pushes to
/// their devices, as their preferences have it.
/// </summary>
internal sealed class Notices(IDocumentSession session, Devices devices, OrderedIds ids, TimeProvider time)
{
    /// <summary>A push that could not be delivered for so long is dropped; the inbox still has the notice.</summary>
    private static readonly TimeSpan UsefulFor = TimeSpan.FromDays(2);

    public async Task SendAsync(IReadOnlyCollection<Notice> notices, CancellationToken cancellationToken)
    {
        if (notices.Count == 0) return;

        var now = time.GetUtcNow();
        var taken = await TakeKeysAsync(notices, now, cancellationToken);
        var fresh = notices.Where(notice => taken.Remove((notice.UserId, notice.Key))).ToList();
        if (fresh.Count == 0) return;

        var users = fresh.Select(notice => notice.UserId).Distinct().ToArray();
        var profiles = (await session.LoadManyAsync<UserProfile>(cancellationToken, users)).ToDictionary(user => user.Id);
        var preferences = (await session.LoadManyAsync<NotificationPreferences>(cancellationToken, users)).ToDictionary(chosen => chosen.Id);
        var reachable = await devices.ReachableAsync(users, cancellationToken);
        foreach (var notice in fresh)
        {
            var wanted = preferences.GetValueOrDefault(notice.UserId) ?? NotificationPreferences.DefaultOf(notice.UserId);
            var id = ids.Next(now);
            if (notice.Among(wanted.WantsInbox) is { } kept) session.Insert(InboxEntry.Of(kept, id).WithoutName());
            if (notice.Among(wanted.WantsPush) is { } pushed && profiles.TryGetValue(notice.UserId, out var user))
                Push(InboxEntry.Of(pushed, id), wanted, user, reachable[notice.UserId], now);
        }
    }

    private void Push(
        InboxEntry entry, NotificationPreferences wanted, UserProfile user, IEnumerable<ReachableDevice> to, DateTimeOffset now)
    {
        var due = entry.Kind.IsSecurity() || wanted.QuietHours is not { } quiet
            ? now
            : quiet.After(now, TimeZoneInfo.FindSystemTimeZoneById(user.TimeZone));
        foreach (var device in to)
        {
            var text = NoticeText.Of(entry, device.Locale ?? user.Locale, wanted.HideAmounts);
            session.Enqueue(PushPayload.Of(entry, device, text).ToMessage(device.Channel, now, due, due + UsefulFor));
        }
    }

    private async Task<HashSet<(Guid UserId, string Key)>> TakeKeysAsync(
        IReadOnlyCollection<Notice> notices, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await session.BeginAsync(cancellationToken);
        Guid[] users = [.. notices.Select(notice => notice.UserId)];
        string[] keys = [.. notices.Select(notice => notice.Key)];
        // In order, so that two who announce the same never wait for each other.
        return
        [
            .. await session.Sql(
                $"""
                 insert into {NotificationsTables.NoticeKeys:raw} (user_id, key, announced_at)
                 select user_id, key, {now} from unnest({users}, {keys}) as notice (user_id, key) order by user_id, key
                 on conflict do nothing returning user_id, key
                 """)
                .ListAsync(row => (row.GetGuid(0), row.GetString(1)), cancellationToken),
        ];
    }
}
