namespace MyBudget.Features.Notifications.DeleteNotification;

internal sealed record DeleteNotification(Guid UserId, Guid Id) : ICommand<bool>;

internal sealed class DeleteNotificationHandler(IDocumentSession session, TimeProvider time) : IRequestHandler<DeleteNotification, bool>
{
    /// <returns>False when the user sees no such notification.</returns>
    public async Task<bool> Handle(DeleteNotification command, CancellationToken cancellationToken)
    {
        if (await session.LockAsync(command.UserId, command.Id, time.GetUtcNow(), cancellationToken) is not { } entry) return false;

        session.Delete(entry);
        await session.SaveChangesAsync(cancellationToken);
        return true;
    }
}
