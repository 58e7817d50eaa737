namespace MyBudget.Features.Notifications.Contracts;

/// <summary>Where inboxes and devices are stored, which notices were announced, and from what amount on a transaction is large.</summary>
public static class NotificationsTables
{
    public const string Inbox = "mt_doc_inbox_entry";
    public const string Devices = "mt_doc_device";
    public const string NoticeKeys = "notice_keys";
    public const string LargeLimits = "large_limits";

    /// <summary>A statement that gives a row with its <c>user_id</c> for each notification that a user sees and has not read.</summary>
    public const string Unread =
        $"""
        select entry.user_id from {Inbox} entry where entry.data->>'readAt' is null and (entry.ledger_id is null or exists (
          select from {SecurityTables.Memberships} member where member.ledger_id = entry.ledger_id and member.user_id = entry.user_id))
        """;
}
