using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace MyBudget.Infrastructure.Security;

/// <summary>Answers a ledger that is somebody else's exactly as one that does not exist, and an ended sign-in as no sign-in.</summary>
internal sealed class AccessResultHandler : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _default = new();

    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        foreach (var reason in authorizeResult.AuthorizationFailure?.FailureReasons ?? [])
        {
            if (!Enum.TryParse<AccessRefusal>(reason.Message, out var refusal)) continue;
            Answer(context, refusal);
            return Task.CompletedTask;
        }

        return _default.HandleAsync(next, context, policy, authorizeResult);
    }

    internal static void Answer(HttpContext context, AccessRefusal refusal)
    {
        var response = context.Response;
        if (refusal is not AccessRefusal.SignInEnded)
            context.RequestServices.GetRequiredService<SecurityEvents>()
                .Tell("access", SecurityOutcome.Failed, Caller.NetworkOf(context.Connection.RemoteIpAddress));
        if (refusal is AccessRefusal.FactorMissing)
            context.Explain("ledgers.factor-required", "This ledger is open only to members with a second factor: add one under Profile.");
        response.StatusCode = refusal switch
        {
            AccessRefusal.SignInEnded => StatusCodes.Status401Unauthorized,
            AccessRefusal.NotAMember => StatusCodes.Status404NotFound,
            _ => StatusCodes.Status403Forbidden,
        };
        if (refusal is AccessRefusal.SignInEnded)
            response.Headers.WWWAuthenticate = $"{JwtBearerDefaults.AuthenticationScheme} error=\"invalid_token\"";
    }
}
