namespace MyBudget.Features.Imports.ForgetImportLayouts;

internal static class ForgetImportLayoutsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/", (Guid accountId, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new ForgetImportLayouts(accountId), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerEditor)
        .WithSummary("Forget all that was settled for the account's files: the next ones are asked again; what was imported stays");
}
