namespace MyBudget.Features.Ledgers.ListActivity;

internal static class ListActivityEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/activity", async (
            Guid ledgerId, string? cursor, int? limit, string? kinds, Guid? by, HttpRequest request, LedgerScope scope, IMediator mediator,
            CancellationToken ct) =>
        {
            var asked = request.Headers.AcceptLanguage.Count == 0 ? null : CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
            return TypedResults.Ok(await mediator.Send(
                new ListActivity(ledgerId, scope.UserId, ActivityCursor.Decode(cursor), limit ?? PageLimit.Default, kinds, by, asked), ct));
        })
        .RequireAuthorization(Policies.LedgerViewer)
        .WithSummary("Who did what in a ledger, newest first, in the language of the request or else of the user; `kinds` are parted by commas");
}
