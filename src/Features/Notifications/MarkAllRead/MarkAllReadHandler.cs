namespace MyBudget.Features.Notifications.MarkAllRead;

internal sealed record MarkAllRead(Guid UserId, Guid? UpTo) : ICommand<Unit>;

internal sealed class MarkAllReadHandler(IDocumentSession session, TimeProvider time) : IRequestHandler<MarkAllRead, Unit>
{
    public async Task<Unit> Handle(MarkAllRead command, CancellationToken cancellationToken)
    {
        var last = command.UpTo ?? Guid.AllBitsSet;
        session.Queue(
            $$"""
              update {{NotificationsTables.Inbox:raw}} set data = jsonb_set(data, '{readAt}', to_jsonb({{time.GetUtcNow()}}::timestamptz))
              where user_id = {{command.UserId}} and data->>'readAt' is null and id <= {{last}}
              """);
        await session.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
