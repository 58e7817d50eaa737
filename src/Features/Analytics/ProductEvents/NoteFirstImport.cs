using Marten;
using MyBudget.Features.Transactions.Contracts;
using MyBudget.Infrastructure.EventStore.Subscriptions;
using MyBudget.Infrastructure.Firebase.Analytics;
using Npgsql;

namespace MyBudget.Features.Analytics.ProductEvents;

/// <summary>
/// Notes the first import of each user, in whichever ledger. That a user has imported is remembered also while analytics is off: else
/// everybody would seem to be new on the day it is switched on.
/// </summary>
internal sealed class NoteFirstImport(IDocumentSession session, AnalyticsSink analytics) : LedgerSubscriber
{
    public const string Table = "first_imports";

    // Not "on conflict": of two that find the same new one fails and, trying again, finds it known. A user who is gone stays forgotten.
    private const string Remember = $"insert into {Table} (user_id, at) select id, ? from mt_doc_user_profile where id = ?";

    public override async Task HandleAsync(IReadOnlyList<CommittedEvent> events, CancellationToken cancellationToken)
    {
        var imports = events.Select(committed => committed.Data).OfType<ImportCompleted>().DistinctBy(import => import.By).ToList();
        if (imports.Count == 0) return;

        var known = await KnownAsync([.. imports.Select(import => import.By)], cancellationToken);
        foreach (var import in imports.Where(import => !known.Contains(import.By)))
        {
            session.QueueSqlCommand(Remember, import.At, import.By);
            analytics.Note(session, "first_import", import.At, ("format", import.File.Format));
        }

        await session.SaveChangesAsync(cancellationToken);
    }

    private async Task<HashSet<Guid>> KnownAsync(Guid[] users, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select user_id from {Table} where user_id = any($1)");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = users });
        await using var reader = await session.ExecuteReaderAsync(command, cancellationToken);
        var known = new HashSet<Guid>();
        while (await reader.ReadAsync(cancellationToken)) known.Add(reader.GetGuid(0));
        return known;
    }
}
