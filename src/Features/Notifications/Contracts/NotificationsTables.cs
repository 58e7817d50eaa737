namespace MyBudget.Features.Notifications.Contracts;

/// <summary>Where inboxes and devices are stored, which notices were announced, and from what amount on a transaction is large.</summary>
public static class NotificationsTables
{
    public const string Inbox = "mt_doc_inbox_entry";
    public const string Devices = "mt_doc_device";
    public const string NoticeKeys = "notice_keys";
    public const string LargeLimits = "large_limits";

    /// <summary>
    /// Of an entry of the inbox, until when it is of use: an invitation is until it was answered, was withdrawn or has expired, whoever did
    /// that and by whatever way.
    /// </summary>
    internal const string EndsAt =
        $"""
        (case data->>'kind'
          when 'invitation' then (
            select coalesce(max(ends_at), '-infinity') from ({LedgersTables.OpenInvitations}) open where open_id = (data->'data'->>'invitationId')::uuid)
          when 'joinRequested' then (
            select coalesce(max(ends_at), '-infinity') from ({LedgersTables.OpenJoinRequests}) open where open_id = (data->'data'->>'joinRequestId')::uuid)
          else 'infinity' end)
        """;

    /// <summary>
    /// A statement that gives a row with its <c>user_id</c> for each notification that a user has not read, and sees until <c>ends_at</c>.
    /// </summary>
    public const string Unread =
        $"""
        select entry.user_id, {EndsAt} as ends_at from {Inbox} entry where entry.data->>'readAt' is null and (entry.ledger_id is null or exists (
          select from {SecurityTables.Memberships} member where member.ledger_id = entry.ledger_id and member.user_id = entry.user_id))
        """;
}
