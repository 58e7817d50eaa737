namespace MyBudget.Features.Imports.UndoImport;

internal static class UndoImportEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/{id:guid}", (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new UndoImport(id, ifMatch), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerEditor)
        .WithSummary(
            "Delete what an import brought and is still there, edited or not, and take its rows back from the entries they had met. Refused "
            + "while any is reconciled")
        .Refuses(StatusCodes.Status422UnprocessableEntity)
        .FewAtOnce(TakesMemory.ManyEntries)
        .WithRequestTimeout(HttpSetup.LongTimeout);
}
