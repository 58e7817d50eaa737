using Marten;
using MediatR;
using MyBudget.Features.Identity.Contracts;

namespace MyBudget.Features.Analytics.ProductEvents;

internal sealed class ForgetWithUser(IDocumentSession session) : INotificationHandler<UserErased>
{
    public Task Handle(UserErased notification, CancellationToken cancellationToken)
    {
        session.QueueSqlCommand($"delete from {NoteFirstImport.Table} where user_id = ?", notification.UserId);
        return Task.CompletedTask;
    }
}
