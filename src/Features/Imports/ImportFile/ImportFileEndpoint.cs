using Microsoft.AspNetCore.Mvc;

namespace MyBudget.Features.Imports.ImportFile;

internal static class ImportFileEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/", async Task<IResult> (
            Guid? id, Guid? accountId, bool? preview, ImportForm form, LedgerScope scope, IMediator mediator, CancellationToken ct) =>
        {
            var import = await mediator.Send(
                new ImportFile(
                    id, accountId, preview
                        ?? false, form.File, form.Mapping, form.Accounts, form.Rows, form.AcceptContradiction, form.Token,
                    form.Fingerprint, form.ShownFingerprint), ct);
            return import.Id is null
                ? TypedResults.Ok(import)
                : new Tagged<ImportReport>(import, EntityTag.Of(version: 1), $"/api/v1/ledgers/{scope.LedgerId}/imports/{import.Id}");
        })
        .SwitchedBy(FeatureSwitch.Imports)
        .FewAtOnce(TakesMemory.Import)
        .RequireAuthorization(Policies.LedgerEditor)
        .WithSummary("Import a bank's file, of a format told by its content, all or nothing; a preview writes nothing")
        .Accepts<ImportFormFields>(ImportForm.MediaType)
        .Produces<ImportReport>()
        .Produces<ImportReport>(StatusCodes.Status201Created)
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity)
        .WithMetadata(new RequestSizeLimitAttribute(ImportForm.MaxBytes(Limits(group))))
        .WithRequestTimeout(HttpSetup.LongTimeout);

    private static Limits Limits(IEndpointRouteBuilder group) => group.ServiceProvider.GetRequiredService<IOptions<Limits>>().Value;
}

/// <param name="File">The bank's file.</param>
/// <param name="Mapping">JSON: how a CSV file is to be read, where that cannot be told from it.</param>
/// <param name="Accounts">JSON: <c>[{"bankAccount","accountId"}]</c>, for a file of several accounts; a null id leaves one out.</param>
/// <param name="AcceptContradiction"><c>true</c>: import although the balances in the file do not follow from its entries.</param>
/// <param name="Rows">JSON: <c>{"12":"import"}</c> or <c>{"12":"skip"}</c>, or <c>{"12":"match"}</c> where the
/// row says <c>possibleDuplicateOf</c>; by the row numbers of a preview.</param>
/// <param name="Token">Of a preview: does what that showed, or says by 409 which rows would go otherwise.</param>
internal sealed record ImportFormFields(
    IFormFile File, string? Mapping, string? Accounts, string? Rows, string? AcceptContradiction, string? Token);
