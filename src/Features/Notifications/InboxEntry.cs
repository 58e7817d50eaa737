namespace MyBudget.Features.Notifications;

/// <summary>A notice as it is stored for its user. Lives outside ledgers.</summary>
/// <param name="Id">UUID, version 7: the order of ids is that in which notices were sent.</param>
/// <param name="LedgerId">The ledger it tells of; seen only while the user is a member.</param>
internal sealed record InboxEntry(
    Guid Id, Guid UserId, Guid? LedgerId, NotificationKind Kind, JsonElement Data, DateTimeOffset CreatedAt, DateTimeOffset? ReadAt = null)
{
    public static InboxEntry Of(Notice notice, Guid id) => new(
        id, notice.UserId, notice.LedgerId, notice.Kind,
        JsonSerializer.SerializeToElement(notice.Data, notice.Data.GetType(), StoredJson.Options), notice.At);

    public NoticeData Read() => (NoticeData)Data.Deserialize(DataTypeOf(Kind, Data), StoredJson.Options)!;

    private static Type DataTypeOf(NotificationKind kind, JsonElement data) => kind switch
    {
        NotificationKind.BudgetThreshold or NotificationKind.BudgetExceeded => typeof(BudgetNotice),
        NotificationKind.LargeTransaction or NotificationKind.MemberEntry or NotificationKind.MemberChange or NotificationKind.MemberDeletion =>
            data.TryGetProperty("entries", out _) ? typeof(EntriesNotice) : typeof(EntryNotice),
        NotificationKind.Invitation or NotificationKind.RoleChanged => typeof(MembershipNotice),
        NotificationKind.JoinRequested => typeof(JoinRequestNotice),
        NotificationKind.JoinAnswered => typeof(JoinAnswerNotice),
        _ => typeof(SecurityNotice),
    };
}
