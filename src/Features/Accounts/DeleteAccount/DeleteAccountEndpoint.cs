namespace MyBudget.Features.Accounts.DeleteAccount;

internal static class DeleteAccountEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/{id:guid}", (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new DeleteAccount(id, ifMatch), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerEditor)
        .WithSummary("Delete an account that never had entries; one that has is closed instead")
        .Refuses(StatusCodes.Status409Conflict);
}
