using MyBudget.Infrastructure.Operations.Retention;

namespace MyBudget.Features.Identity;

/// <summary>What has run out, and how long it is kept after that.</summary>
internal static class IdentityRetention
{
    /// <summary>An ended sign-in is kept this long, to tell its user or operator why it ended.</summary>
    private static readonly TimeSpan KeepEnded = TimeSpan.FromDays(30);

    /// <summary>Where somebody has not signed in for so long is a new place again.</summary>
    private static readonly TimeSpan KeepPlaces = TimeSpan.FromDays(400);

    public static void AddIdentityRetention(this IServiceCollection services)
    {
        services.AddRetentionRule(new(
            "MailCodes", IdentityTables.MailCodes, "(data->>'expiresAt')::timestamptz < $1", TimeSpan.Zero, IsFixed: true));
        // Kept as long as a session may live, so that a used token that comes back is recognised.
        services.AddRetentionRule(new(
            "RefreshTokens", IdentityTables.RefreshTokens, "(data->>'issuedAt')::timestamptz < $1", new TokenSettings().RefreshTokenLifetime,
            IsFixed: true)
        {
            KeepAs = provider => provider.GetRequiredService<IOptions<TokenSettings>>().Value.RefreshTokenLifetime,
        });
        services.AddRetentionRule(new("FactorChallenges", FactorChallenges.Table, "expires_at < $1", TimeSpan.Zero, IsFixed: true));
        services.AddRetentionRule(new(
            "PendingFactors", SecondFactor.Table, "confirmed_at is null and created_at < $1", SecondFactor.PendingFor, IsFixed: true));
        services.AddRetentionRule(new("KnownPlaces", KnownPlaces.Table, "used_at < $1", KeepPlaces));
        services.AddRetentionRule(new(
            "EndedSessions", SecurityTables.SignIns, "ended_at < $1 or (data->>'expiresAt')::timestamptz < $1", KeepEnded));
    }
}
