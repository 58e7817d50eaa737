namespace MyBudget.Features.Identity.AddFactor;

internal static class AddFactorEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/factors", async (AddFactorRequest body, CurrentUser user, IMediator mediator, CancellationToken ct) =>
        {
            var begun = await mediator.Send(new AddFactor(user.UserId, user.SessionId, body), ct);
            return TypedResults.Created($"/api/v1/me/factors/{begun.Id}", begun);
        })
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Begin to add an app that makes one-time codes; it counts once its first code was shown")
        .WithDescription(
            "The secret is shown here only. Show it to the app, as text or as a QR code of `uri`, and send the app's first code to "
            + "`me/factors/{id}/confirmation` within the hour, in the same session. " + ReauthenticationContract.Needed)
        .Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status422UnprocessableEntity);
}

/// <param name="Name">What the list of second factors calls it, such as the phone that it is on: 1 to 100 characters.</param>
[RequiredMembers("name")]
internal sealed record AddFactorRequest(string? Name);
