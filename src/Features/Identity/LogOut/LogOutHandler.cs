namespace MyBudget.Features.Identity.LogOut;

/// <param name="SessionId">Of the access token, if there is one; it may have ended.</param>
/// <param name="RefreshToken">Of any age.</param>
internal sealed record LogOut(Guid? SessionId, string? RefreshToken) : ICommand<Unit>;

internal sealed class LogOutHandler(IDocumentSession session, SignIns signIns) : IRequestHandler<LogOut, Unit>
{
    public async Task<Unit> Handle(LogOut command, CancellationToken cancellationToken)
    {
        var known = command.RefreshToken is { } token
            ? await session.LoadAsync<RefreshToken>(RefreshToken.HashOf(token), cancellationToken)
            : null;
        var asked = new[] { command.SessionId, known?.SessionId }.OfType<Guid>().Distinct().ToArray();
        await session.BeginAsync(cancellationToken);
        var living = await session.DocumentsAsync<SignInSession>(
            $"where id = any({asked}) and ended_at is null order by id for update", cancellationToken);

        // Of a refresh token that is known, the session may have ended by the same request before.
        if (living.Count == 0 && known is null)
            throw command.RefreshToken is null ? Unauthenticated() : RefreshToken.Refused();

        foreach (var signIn in living) signIns.End(signIn, EndReason.LoggedOut);
        await session.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }

    private static ProblemException Unauthenticated() =>
        new(StatusCodes.Status401Unauthorized, "auth.unauthenticated", "Sign in first.");
}
