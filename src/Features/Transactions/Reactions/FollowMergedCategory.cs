namespace MyBudget.Features.Transactions.Reactions;

/// <summary>Entries follow a category that is merged into another, in the same transaction; each change is in the entry's history.</summary>
internal sealed class FollowMergedCategory : INotificationHandler<Appended<CategoryMerged>>
{
    public async Task Handle(Appended<CategoryMerged> notification, CancellationToken cancellationToken)
    {
        var (write, merged) = (notification.Write, notification.StreamId);
        foreach (var transaction in await FindAsync(write.Session, merged, cancellationToken))
            write.Append(transaction, Decide(transaction, merged, notification.Event));
    }

    internal static TransactionRevised Decide(Transaction transaction, Guid merged, CategoryMerged e)
    {
        var was = transaction.ToEntry();
        var now = was with
        {
            CategoryId = was.CategoryId == merged ? e.Into : was.CategoryId,
            Splits = [.. was.Splits.Select(split => split.CategoryId == merged ? split with { CategoryId = e.Into } : split)],
        };
        return new TransactionRevised(was, now, e.By, e.At);
    }

    private static Task<IReadOnlyList<Transaction>> FindAsync(IDocumentSession session, Guid merged, CancellationToken cancellationToken)
    {
        var category = merged.ToString("D");
        var serializer = session.DocumentStore.Options.Serializer();
        return session.Sql(
            $"""
             select data from {TransactionsTables.Transactions:raw} where tenant_id = {session.TenantId} and deleted_at is null
             and (data->>'categoryId' = {category} or data->'splits' @> jsonb_build_array(jsonb_build_object('categoryId', {category})))
             """)
            .ListAsync(row => serializer.FromJson<Transaction>(row, 0), cancellationToken);
    }
}
