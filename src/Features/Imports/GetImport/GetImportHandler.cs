namespace MyBudget.Features.Imports.GetImport;

internal sealed record GetImport(Guid Id) : IQuery<Tagged<ImportReport>?>;

internal sealed class GetImportHandler(IQuerySession session) : IRequestHandler<GetImport, Tagged<ImportReport>?>
{
    public async Task<Tagged<ImportReport>?> Handle(GetImport request, CancellationToken cancellationToken)
    {
        if (await session.LoadAsync<Import>(request.Id, cancellationToken) is not { } import) return null;

        var events = await session.Events.FetchStreamAsync(request.Id, version: 1, token: cancellationToken);
        return new Tagged<ImportReport>(ImportReport.Of(import, (ImportCompleted)events[0].Data), EntityTag.Of(import.Version));
    }
}
