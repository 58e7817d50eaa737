namespace MyBudget.Features.Notifications;

/// <summary>An entry of the inbox, in words.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Title">One line, in the language of the request, or else of the user.</param>
/// <param name="Body">One or two sentences; may be empty.</param>
/// <param name="LedgerId">The ledger it happened in.</param>
/// <param name="Data">The facts by kind: ids to follow, names, dates, amounts in minor units with their currency.</param>
/// <param name="CreatedAt">When it happened, UTC.</param>
/// <param name="ReadAt">When it was read, UTC.</param>
internal sealed record NotificationView(
    Guid Id, NotificationKind Kind, string Title, string Body, Guid? LedgerId, JsonElement Data, DateTimeOffset CreatedAt, DateTimeOffset? ReadAt)
{
    public static NotificationView Of(InboxEntry entry, string language)
    {
        var text = NoticeText.Of(entry, language);
        return new NotificationView(entry.Id, entry.Kind, text.Title, text.Body, entry.LedgerId, entry.Data, entry.CreatedAt, entry.ReadAt);
    }
}
