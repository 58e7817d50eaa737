namespace MyBudget.Features.Identity.EndSessions;

internal sealed record EndSessions(Guid UserId, Guid? Except) : ICommand<Unit>;

internal sealed class EndSessionsHandler(IDocumentSession session, SignIns signIns) : IRequestHandler<EndSessions, Unit>
{
    public async Task<Unit> Handle(EndSessions command, CancellationToken cancellationToken)
    {
        // As every sign-in does: one that is under way ends with the others, or begins after them.
        await session.LockAsync<Credentials>(command.UserId, cancellationToken);
        signIns.EndAll(command.UserId, command.Except, EndReason.SignedOutEverywhere);
        await session.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
