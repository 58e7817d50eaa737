namespace MyBudget.Features.Identity.ListFactors;

internal static class ListFactorsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/factors", async (CurrentUser user, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ListFactors(user.UserId), ct)))
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("The user's second factors, and how many recovery codes are left");
}
