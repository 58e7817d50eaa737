using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Timeouts;

namespace MyBudget.Features.Identity.ExportMe;

internal static class ExportMeEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/export", async Task<EmptyHttpResult> (
            bool? receipts, CurrentUser user, HttpResponse response, IMediator mediator, CancellationToken ct) =>
        {
            response.ContentType = MediaTypeNames.Application.Json;
            response.Headers.ContentDisposition = "attachment; filename=mybudget-export.json";
            var hurry = response.HttpContext.Features.Get<IHttpRequestTimeoutFeature>();
            await mediator.Send(new ExportMe(user.UserId, response.BodyWriter, receipts is true, () => hurry?.DisableTimeout()), ct);
            return TypedResults.Empty;
        })
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Everything that is kept about the user, as one JSON file; no secrets")
        .WithDescription(ReauthenticationContract.Needed)
        .Refuses(StatusCodes.Status403Forbidden)
        .Produces<object>(StatusCodes.Status200OK, MediaTypeNames.Application.Json)
        .FewAtOnce(TakesMemory.Export)
        .WithRequestTimeout(HttpSetup.LongTimeout);
}
