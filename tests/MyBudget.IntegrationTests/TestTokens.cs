using System.Security.Claims;
using Alba;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using MyBudget.Infrastructure.Security;

namespace MyBudget.IntegrationTests;

/// <summary>Access tokens signed with the host's own key.</summary>
internal static class TestTokens
{
    public static string For(IAlbaHost host, Guid userId, Guid sessionId)
    {
        var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "mybudget",
            Audience = "mybudget",
            IssuedAt = now.UtcDateTime,
            Expires = now.AddHours(1).UtcDateTime,
            Subject = new ClaimsIdentity([new Claim("sub", userId.ToString()), new Claim("sid", sessionId.ToString())]),
            SigningCredentials = host.Services.GetRequiredService<SigningKeys>().Credentials,
        });
    }
}
