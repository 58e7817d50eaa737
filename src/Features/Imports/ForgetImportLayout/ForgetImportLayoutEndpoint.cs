namespace MyBudget.Features.Imports.ForgetImportLayout;

internal static class ForgetImportLayoutEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/{id:guid}", (Guid accountId, Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new ForgetImportLayout(accountId, id, ifMatch), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerEditor)
        .WithSummary("Forget how files with these columns are read: the next one is asked again; what was imported stays");
}
