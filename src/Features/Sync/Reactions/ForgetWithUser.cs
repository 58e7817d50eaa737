namespace MyBudget.Features.Sync.Reactions;

/// <summary>What became of a user's operations is told to nobody any more.</summary>
internal sealed class ForgetWithUser(IDocumentSession session) : INotificationHandler<UserErased>
{
    public Task Handle(UserErased notification, CancellationToken cancellationToken)
    {
        session.Queue($"delete from {KeptOutcomes.Table:raw} where user_id = {notification.UserId}");
        return Task.CompletedTask;
    }
}
