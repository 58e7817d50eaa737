using Marten;
using MediatR;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Notifications.MarkAllRead;

internal sealed record MarkAllRead(Guid UserId, Guid? UpTo) : ICommand<Unit>;

internal sealed class MarkAllReadHandler(IDocumentSession session, TimeProvider time) : IRequestHandler<MarkAllRead, Unit>
{
    private const string Read =
        $"""
         update {Inbox.Table} set data = jsonb_set(data, '{"{readAt}"}', to_jsonb(?::timestamptz))
         where user_id = ? and data->>'readAt' is null and id <= ?
         """;

    public async Task<Unit> Handle(MarkAllRead command, CancellationToken cancellationToken)
    {
        session.QueueSqlCommand(Read, time.GetUtcNow().ToUniversalTime(), command.UserId, command.UpTo ?? Guid.AllBitsSet);
        await session.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
