namespace MyBudget.Features.Analytics.Reactions;

internal sealed class ForgetWithUser(IDocumentSession session) : INotificationHandler<UserErased>
{
    public Task Handle(UserErased notification, CancellationToken cancellationToken)
    {
        session.Queue($"delete from {AnalyticsTables.FirstImports:raw} where user_id = {notification.UserId}");
        return Task.CompletedTask;
    }
}
