namespace MyBudget.Features.Notifications;

internal static class NoticeNames
{
    /// <summary>What those call themselves whom the entries name; without those who are erased.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        this IQuerySession session, IEnumerable<InboxEntry> entries, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. entries.Select(entry => entry.ById).OfType<Guid>().Distinct()];
        return ids.Length == 0
            ? new Dictionary<Guid, string>()
            : (await session.LoadManyAsync<UserProfile>(cancellationToken, ids)).ToDictionary(user => user.Id, user => user.DisplayName);
    }
}
