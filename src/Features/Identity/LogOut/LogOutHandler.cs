namespace MyBudget.Features.Identity.LogOut;

internal sealed record LogOut(Guid SessionId) : ICommand<Unit>;

internal sealed class LogOutHandler(IDocumentSession session, SignIns signIns) : IRequestHandler<LogOut, Unit>
{
    public async Task<Unit> Handle(LogOut command, CancellationToken cancellationToken)
    {
        var signIn = await session.LockAsync<SignInSession>(command.SessionId, cancellationToken);
        if (signIn is { EndedAt: null }) signIns.End(signIn, EndReason.LoggedOut);
        await session.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
