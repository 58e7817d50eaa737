namespace MyBudget.Features.Accounts.ReviseAccount;

internal static class ReviseAccountEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPatch("/{id:guid}", (Guid id, MergePatch patch, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new ReviseAccount(id, patch, ifMatch), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerEditor)
        .WithSummary("Change an account's own fields; its currency is fixed")
        .Accepts<AccountInput>(MergePatch.MediaType, "application/json")
        .Produces<AccountView>()
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}
