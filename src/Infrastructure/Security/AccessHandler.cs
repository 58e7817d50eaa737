using Microsoft.AspNetCore.Authorization;
using MyBudget.Domain;
using MyBudget.Infrastructure.EventStore;

namespace MyBudget.Infrastructure.Security;

/// <param name="LedgerRole">The least role in the route's ledger; null where the route is outside ledgers.</param>
internal sealed record AccessRequirement(LedgerRole? LedgerRole) : IAuthorizationRequirement;

/// <summary>Checks the sign-in and the membership before anything else of the request is looked at.</summary>
internal sealed class AccessHandler(AccessCheck check, LedgerScope scope, CurrentUser user) : AuthorizationHandler<AccessRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessRequirement requirement)
    {
        if (context.Resource is not HttpContext http || context.User.Identity?.IsAuthenticated != true) return;
        if (!CurrentUser.TryRead(context.User, out var userId, out var sessionId))
        {
            context.Fail(new AuthorizationFailureReason(this, AccessFailure.SignInEnded));
            return;
        }

        Guid? ledgerId = requirement.LedgerRole is null ? null
            : Guid.TryParse(http.GetRouteValue(Policies.LedgerRouteKey)?.ToString(), out var id) ? id : Guid.Empty;
        var access = await check.ReadAsync(sessionId, userId, ledgerId, http.RequestAborted);

        if (access is null)
        {
            context.Fail(new AuthorizationFailureReason(this, AccessFailure.SignInEnded));
            return;
        }

        user.Set(userId, sessionId);
        if (requirement.LedgerRole is { } least)
        {
            if (access.Role is not { } role)
            {
                context.Fail(new AuthorizationFailureReason(this, AccessFailure.NotAMember));
                return;
            }

            if (role < least) return;
            scope.Enter(ledgerId!.Value, userId, role);
        }

        context.Succeed(requirement);
    }
}

internal static class AccessFailure
{
    public const string SignInEnded = "sign-in-ended";
    public const string NotAMember = "not-a-member";
}
