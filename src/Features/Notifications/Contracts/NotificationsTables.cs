namespace MyBudget.Features.Notifications.Contracts;

/// <summary>Where inboxes and devices are stored, which notices were announced, and from what amount on a transaction is large.</summary>
public static class NotificationsTables
{
    public const string Inbox = "mt_doc_inbox_entry";
    public const string Devices = "mt_doc_device";
    public const string NoticeKeys = "notice_keys";
    public const string LargeLimits = "large_limits";
}
