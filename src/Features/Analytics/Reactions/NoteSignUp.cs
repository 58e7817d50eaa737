using MyBudget.Infrastructure.Firebase.Analytics;

namespace MyBudget.Features.Analytics.Reactions;

internal sealed class NoteSignUp(IDocumentSession session, AnalyticsSink analytics) : INotificationHandler<UserRegistered>
{
    public Task Handle(UserRegistered notification, CancellationToken cancellationToken)
    {
        analytics.Note(session, "sign_up", notification.At);
        return Task.CompletedTask;
    }
}
