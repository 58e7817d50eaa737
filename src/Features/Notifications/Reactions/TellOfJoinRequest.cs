namespace MyBudget.Features.Notifications.Reactions;

/// <summary>Tells every owner of a ledger who asks to join it, until one of them has answered.</summary>
internal sealed class TellOfJoinRequest(IDocumentSession session, Notices notices)
    : INotificationHandler<SomebodyAskedToJoin>, INotificationHandler<JoinRequestsEnded>
{
    public Task Handle(SomebodyAskedToJoin notification, CancellationToken cancellationToken)
    {
        // Who asked before, and asks again, is news again.
        var key = string.Create(CultureInfo.InvariantCulture, $"join/{notification.RequestId}/{notification.At.UtcTicks}");
        var data = new JoinRequestNotice(
            notification.RequestId, notification.Ledger, notification.By, notification.Email, notification.Message)
        {
            ById = notification.UserId,
        };
        return notices.SendAsync(
            [.. notification.Owners.Select(owner => new Notice(key, NotificationKind.JoinRequested, owner, notification.LedgerId, data, notification.At))],
            cancellationToken);
    }

    public Task Handle(JoinRequestsEnded notification, CancellationToken cancellationToken)
    {
        string[] ids = [.. notification.RequestIds.Select(id => id.ToString("D"))];
        session.Queue($"delete from {NotificationsTables.Inbox:raw} where ledger_id = {notification.LedgerId} and data->'data'->>'joinRequestId' = any({ids})");
        return Task.CompletedTask;
    }
}
