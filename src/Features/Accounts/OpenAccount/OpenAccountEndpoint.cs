namespace MyBudget.Features.Accounts.OpenAccount;

internal static class OpenAccountEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/", async (OpenAccountRequest body, LedgerScope scope, IMediator mediator, CancellationToken ct) =>
        {
            var (id, json) = await mediator.Send(new OpenAccount(body.Id, body), ct);
            return json with { Location = $"/api/v1/ledgers/{scope.LedgerId}/accounts/{id}" };
        })
        .RequireAuthorization(Policies.LedgerEditor)
        .WithSummary("Open an account with its opening balance")
        .Produces<AccountView>(StatusCodes.Status201Created)
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}

[RequiredMembers("name", "type", "currency", "openedOn")]
internal sealed record OpenAccountRequest : AccountInput
{
    /// <summary>A UUID chosen by the client, so that a repeat after a lost response opens nothing twice.</summary>
    public Guid? Id { get; init; }
}
