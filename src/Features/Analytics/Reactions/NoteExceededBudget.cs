using MyBudget.Infrastructure.Firebase.Analytics;

namespace MyBudget.Features.Analytics.Reactions;

internal sealed class NoteExceededBudget(IDocumentSession session, AnalyticsSink analytics) : INotificationHandler<BudgetLevelReached>
{
    public Task Handle(BudgetLevelReached notification, CancellationToken cancellationToken)
    {
        if (notification.Level.IsExceeded) analytics.Note(session, "budget_exceeded", notification.At);
        return Task.CompletedTask;
    }
}
