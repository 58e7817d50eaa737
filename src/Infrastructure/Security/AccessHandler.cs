using Microsoft.AspNetCore.Authorization;

namespace MyBudget.Infrastructure.Security;

/// <param name="LedgerRole">The least role in the route's ledger; null where the route is outside ledgers.</param>
internal sealed record AccessRequirement(LedgerRole? LedgerRole) : IAuthorizationRequirement;

/// <summary>
/// Checks the sign-in and the membership before anything else of the request is looked at, unless the endpoint leaves that to its first
/// statement (<see cref="LateAccess"/>).
/// </summary>
internal sealed class AccessHandler(NpgsqlDataSource database, LedgerScope scope, LedgerReader ledger, CurrentUser user)
    : AuthorizationHandler<AccessRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessRequirement requirement)
    {
        if (context.Resource is not HttpContext http || context.User.Identity?.IsAuthenticated != true) return;

        try
        {
            var signIn = CurrentUser.TryRead(context.User, out var userId, out var sessionId)
                ? (UserId: userId, SessionId: sessionId)
                : throw new AccessRefusedException(AccessRefusal.SignInEnded);
            if (requirement.LedgerRole is { } least) await EnterAsync(http, signIn, least);
            else if (!await database.Sql(AccessCheck.Of(sessionId, userId, ledgerId: null)).AnyAsync(http.RequestAborted))
                throw new AccessRefusedException(AccessRefusal.SignInEnded);

            user.Set(userId, sessionId);
            context.Succeed(requirement);
        }
        catch (AccessRefusedException refused)
        {
            context.Fail(new AuthorizationFailureReason(this, refused.Refusal.ToString()));
        }
    }

    private async Task EnterAsync(HttpContext http, (Guid UserId, Guid SessionId) signIn, LedgerRole least)
    {
        var ledgerId = Guid.TryParse(http.GetRouteValue(Policies.LedgerRouteKey)?.ToString(), out var id) ? id : Guid.Empty;
        var asksFactor = !Leaving.IsBy(http, signIn.UserId);
        scope.Enter(ledgerId, signIn.UserId, new PendingAccess(() => AccessCheck.Of(signIn.SessionId, signIn.UserId, ledgerId, asksFactor), least));
        if (!LateAccess.IsFor(http)) await ledger.EnsureAccessAsync(http.RequestAborted);
    }
}
