namespace MyBudget.Features.Identity.Refresh;

internal sealed record Refresh(string? RefreshToken) : ICommand<Tokens>;

internal sealed partial class RefreshHandler(
    IDocumentSession session, SignIns signIns, IOptions<TokenSettings> settings, SecurityEvents events, TimeProvider time, ILogger<RefreshHandler> logger)
    : IRequestHandler<Refresh, Tokens>
{
    public async Task<Tokens> Handle(Refresh command, CancellationToken cancellationToken)
    {
        var presented = command.RefreshToken!;
        var hash = RefreshToken.HashOf(presented);
        var known = await session.LoadAsync<RefreshToken>(hash, cancellationToken) ?? throw RefreshToken.Refused();

        // One refresh of a family at a time: the second sees what the first has done.
        var family = await session.LockAsync<SignInSession>(known.SessionId, cancellationToken) ?? throw RefreshToken.Refused();
        var token = await session.LoadAsync<RefreshToken>(hash, cancellationToken) ?? throw RefreshToken.Refused();
        var user = await session.LoadAsync<UserProfile>(family.UserId, cancellationToken) ?? throw RefreshToken.Refused();

        var now = time.GetUtcNow();
        switch (RefreshDecision.Of(family, token, now, settings.Value.RefreshGrace))
        {
            case RefreshOutcome.Rotate:
                var successor = await RotateAsync(family, token, presented, now, cancellationToken);
                await session.SaveChangesAsync(cancellationToken);
                return signIns.Answer(user, family.Id, successor);
            case RefreshOutcome.Repeat:
                return signIns.Answer(user, family.Id, RefreshToken.SuccessorOf(presented, token.SuccessorSeed!));
            case RefreshOutcome.Revoke:
                signIns.End(family, EndReason.Reused);
                session.Enqueue(IdentityMail.SessionReused(family.UserId, family.Device, now).ToMessage());
                await session.SaveChangesAsync(cancellationToken);
                events.Tell("refresh", SecurityOutcome.Reused);
                LogReuse(family.Id);
                throw RefreshToken.Refused();
            default:
                throw RefreshToken.Refused();
        }
    }

    private async Task<string> RotateAsync(
        SignInSession family, RefreshToken token, string presented, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var seed = RefreshToken.Generate();
        var successor = RefreshToken.SuccessorOf(presented, seed);
        session.Store(token with { ReplacedAt = now, SuccessorSeed = seed });
        session.Insert(new RefreshToken(RefreshToken.HashOf(successor), family.Id, family.UserId, now, Previous: token.Id));
        if (token.Previous is { } id && await session.LoadAsync<RefreshToken>(id, cancellationToken) is { } previous)
            session.Store(previous with { SuccessorSeed = null });
        session.Store(family with { LastUsedAt = now, ExpiresAt = settings.Value.EndOf(family.CreatedAt, now) });
        return successor;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An old refresh token was used again; session {SessionId} was ended")]
    private partial void LogReuse(Guid sessionId);
}
