namespace MyBudget.Features.Identity;

/// <summary>Asks a user who is signed in for a code of their second factor, if they have one.</summary>
internal sealed class FactorCheck(
    IDocumentSession session, SecondFactors factors, FactorCodes codes, FactorNotices notices, Attempts attempts, CurrentUser current)
{
    /// <summary>What is not there at all is told before anything is checked, and counted as nothing.</summary>
    /// <returns>Whether a code is needed.</returns>
    /// <exception cref="RuleViolation"><c>auth.factor-code-needed</c>.</exception>
    public async Task<bool> DemandAsync(Guid userId, string? code, CancellationToken cancellationToken)
    {
        if (!await factors.AnyAsync(userId, cancellationToken)) return false;
        return code is not null ? true : throw new RuleViolation("auth.factor-code-needed", "This also needs a code of your second factor.");
    }

    /// <summary>Counts the attempt for the session: who has stolen one does not keep the others from it.</summary>
    public async Task<FactorMatch> MatchAsync(Guid userId, string code, string network, CancellationToken cancellationToken)
    {
        var (account, from) = (current.SessionId.ToString("D"), new AttemptFrom(network));
        await attempts.CountAsync(AttemptKind.Factor, account, from, cancellationToken);
        if (await codes.MatchAsync(userId, code, cancellationToken) is not { } match)
        {
            attempts.Failed(AttemptKind.Factor, from);
            throw Wrong();
        }

        await attempts.SucceededAsync(AttemptKind.Factor, account, from, cancellationToken);
        return match;
    }

    /// <summary>Within the session's transaction, which has the user's credentials locked.</summary>
    public async Task UseAsync(Guid userId, FactorMatch match, CancellationToken cancellationToken)
    {
        await session.BeginAsync(cancellationToken);
        if (!await codes.UseAsync(userId, match, cancellationToken)) throw Wrong();
        await notices.UsedAsync(userId, match, cancellationToken);
    }

    /// <summary>The first code of an app that is being enrolled.</summary>
    public async Task<long> MatchFirstAsync(SecondFactor pending, string code, string network, CancellationToken cancellationToken)
    {
        var (account, from) = (current.SessionId.ToString("D"), new AttemptFrom(network));
        await attempts.CountAsync(AttemptKind.Factor, account, from, cancellationToken);
        if (await codes.StepAsync(pending, code, cancellationToken) is not { } step)
        {
            attempts.Failed(AttemptKind.Factor, from);
            throw Wrong();
        }

        await attempts.SucceededAsync(AttemptKind.Factor, account, from, cancellationToken);
        return step;
    }

    /// <remarks>Not a 401, which would make clients sign in anew.</remarks>
    private static RuleViolation Wrong() => new("auth.factor-code-invalid", "This code is wrong, or it was used already.");
}
