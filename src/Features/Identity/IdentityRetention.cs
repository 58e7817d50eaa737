using Microsoft.Extensions.Options;
using MyBudget.Infrastructure.Operations.Retention;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Identity;

/// <summary>What has run out, and how long it is kept after that.</summary>
internal static class IdentityRetention
{
    /// <summary>An ended sign-in is kept this long, to tell its user or operator why it ended.</summary>
    private static readonly TimeSpan KeepEnded = TimeSpan.FromDays(30);

    public static void AddIdentityRetention(this IServiceCollection services)
    {
        services.AddRetentionRule(new("MailCodes", "mt_doc_mail_code", "(data->>'expiresAt')::timestamptz < $1", TimeSpan.Zero, IsFixed: true));
        // As long as a session may live: a token that comes back is known to have been used.
        services.AddRetentionRule(new(
            "RefreshTokens", "mt_doc_refresh_token", "(data->>'issuedAt')::timestamptz < $1", new TokenSettings().RefreshTokenLifetime, IsFixed: true)
        {
            KeepAs = provider => provider.GetRequiredService<IOptions<TokenSettings>>().Value.RefreshTokenLifetime,
        });
        services.AddRetentionRule(new(
            "EndedSessions", "mt_doc_sign_in_session", "ended_at < $1 or (data->>'expiresAt')::timestamptz < $1", KeepEnded));
    }
}
