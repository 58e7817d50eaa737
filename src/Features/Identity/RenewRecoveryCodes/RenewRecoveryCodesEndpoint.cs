namespace MyBudget.Features.Identity.RenewRecoveryCodes;

internal static class RenewRecoveryCodesEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/recovery-codes", async (CurrentUser user, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new RenewRecoveryCodes(user.UserId), ct)))
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Ten new recovery codes, shown here only, in place of all before")
        .WithDescription("422 `auth.no-factor`: there is no second factor that they could stand for. " + ReauthenticationContract.Needed)
        .Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status422UnprocessableEntity);
}
