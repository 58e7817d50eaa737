namespace MyBudget.Features.Notifications.MarkRead;

internal sealed record MarkRead(Guid UserId, Guid Id) : ICommand<bool>;

internal sealed class MarkReadHandler(IDocumentSession session, TimeProvider time) : IRequestHandler<MarkRead, bool>
{
    /// <returns>False when the user sees no such notification.</returns>
    public async Task<bool> Handle(MarkRead command, CancellationToken cancellationToken)
    {
        if (await session.LockAsync(command.UserId, command.Id, time.GetUtcNow(), cancellationToken) is not { } entry) return false;
        if (entry.ReadAt is not null) return true;

        session.Store(entry with { ReadAt = time.GetUtcNow() });
        await session.SaveChangesAsync(cancellationToken);
        return true;
    }
}
