namespace MyBudget.Features.Transactions.GetBulkRevision;

internal sealed record GetBulkRevision(Guid Id) : IQuery<Tagged<BulkRevision>?>;

internal sealed class GetBulkRevisionHandler(IQuerySession session) : IRequestHandler<GetBulkRevision, Tagged<BulkRevision>?>
{
    public async Task<Tagged<BulkRevision>?> Handle(GetBulkRevision request, CancellationToken cancellationToken) =>
        await session.LoadAsync<BulkRevision>(request.Id, cancellationToken) is { } known
            ? new Tagged<BulkRevision>(known, EntityTag.Of(known.Version))
            : null;
}
