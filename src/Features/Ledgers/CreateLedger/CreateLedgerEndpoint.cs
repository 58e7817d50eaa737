namespace MyBudget.Features.Ledgers.CreateLedger;

internal static class CreateLedgerEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/", async (CreateLedgerRequest body, CurrentUser user, LedgerScope scope, TimeProvider time, IMediator mediator, CancellationToken ct) =>
        {
            var id = body.Id ?? Guid.CreateVersion7(time.GetUtcNow());
            // The message's session belongs to the ledger from its first event on.
            scope.Enter(id, user.UserId, LedgerRole.Owner);
            var ledger = await mediator.Send(new CreateLedger(id, body.Name, body.Currency, body.StarterCategories ?? true, user.SessionId), ct);
            return new Tagged<LedgerView>(ledger, EntityTag.Of(ledger.Version, ledger.Revision), $"/api/v1/ledgers/{id}");
        })
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Create a ledger, with a set of categories in the user's language unless it brings its own")
        .Produces<LedgerView>(StatusCodes.Status201Created)
        .Refuses(StatusCodes.Status409Conflict);
}

/// <param name="Id">A UUID chosen by the client, so that a repeat after a lost response creates nothing twice.</param>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Currency">ISO 4217, for example <c>EUR</c>.</param>
/// <param name="StarterCategories">Whether it starts with a set of categories; true if absent. One that was begun offline on a device brings its own.</param>
[RequiredMembers("name", "currency")]
internal sealed record CreateLedgerRequest(Guid? Id, string? Name, string? Currency, bool? StarterCategories);
