using Marten;
using MediatR;
using MyBudget.Features.Categories.Contracts;
using MyBudget.Features.Transactions.Contracts;
using MyBudget.Infrastructure.EventStore;
using Npgsql;

namespace MyBudget.Features.Transactions.Reactions;

/// <summary>Entries follow a category that is merged into another, in the same transaction; each change is in the entry's history.</summary>
internal sealed class FollowMergedCategory : INotificationHandler<Appended<CategoryMerged>>
{
    private const string Sql =
        $"""
        select data from {TransactionTable.Name} where tenant_id = $1 and deleted_at is null
        and (data->>'categoryId' = $2 or data->'splits' @> jsonb_build_array(jsonb_build_object('categoryId', $2::text)))
        """;

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

    private static async Task<List<Transaction>> FindAsync(IDocumentSession session, Guid category, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = session.TenantId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = category.ToString("D") });
        var transactions = new List<Transaction>();
        var serializer = session.DocumentStore.Options.Serializer();
        await using var reader = await session.ExecuteReaderAsync(command, cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) transactions.Add(serializer.FromJson<Transaction>(reader, 0));
        return transactions;
    }
}
