using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;

namespace MyBudget.Infrastructure.Security;

/// <summary>Who makes the current request, once access was checked.</summary>
public sealed class CurrentUser
{
    private (Guid UserId, Guid SessionId)? _value;

    public Guid UserId => Value.UserId;

    public Guid SessionId => Value.SessionId;

    public void Set(Guid userId, Guid sessionId) => _value = (userId, sessionId);

    internal static bool TryRead(ClaimsPrincipal principal, out Guid userId, out Guid sessionId)
    {
        sessionId = default;
        return Guid.TryParse(principal.FindFirstValue(JwtRegisteredClaimNames.Sub), out userId)
               && Guid.TryParse(principal.FindFirstValue(JwtRegisteredClaimNames.Sid), out sessionId);
    }

    private (Guid UserId, Guid SessionId) Value => _value ?? throw new InvalidOperationException("The request has no signed-in user.");
}
