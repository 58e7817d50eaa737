using Marten;
using MediatR;
using MyBudget.Features.Analytics.Contracts;
using MyBudget.Features.Identity.Contracts;
using MyBudget.Infrastructure.Database;

namespace MyBudget.Features.Analytics.Reactions;

internal sealed class ForgetWithUser(IDocumentSession session) : INotificationHandler<UserErased>
{
    public Task Handle(UserErased notification, CancellationToken cancellationToken)
    {
        session.Queue($"delete from {AnalyticsTables.FirstImports:raw} where user_id = {notification.UserId}");
        return Task.CompletedTask;
    }
}
