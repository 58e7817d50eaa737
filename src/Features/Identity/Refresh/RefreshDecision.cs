namespace MyBudget.Features.Identity.Refresh;

internal enum RefreshOutcome
{
    /// <summary>The session is over; nothing changes.</summary>
    Refuse,

    /// <summary>The newest token: replace it.</summary>
    Rotate,

    /// <summary>The one before the newest, so soon that its answer was likely lost: the same answer again.</summary>
    Repeat,

    /// <summary>An old token: two parties hold this family, and which is the thief cannot be told. Neither goes on.</summary>
    Revoke,
}

internal static class RefreshDecision
{
    public static RefreshOutcome Of(SignInSession family, RefreshToken token, DateTimeOffset now, TimeSpan grace)
    {
        if (family.EndedAt is not null || family.ExpiresAt <= now) return RefreshOutcome.Refuse;
        if (token.ReplacedAt is not { } replaced) return RefreshOutcome.Rotate;
        // The seed is gone once the successor was used: then its answer was not lost.
        return token.SuccessorSeed is not null && now - replaced <= grace ? RefreshOutcome.Repeat : RefreshOutcome.Revoke;
    }
}
