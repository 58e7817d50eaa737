using MyBudget.Infrastructure.EventStore.Subscriptions;
using MyBudget.Infrastructure.Firebase.Analytics;

namespace MyBudget.Features.Analytics.Reactions;

/// <summary>
/// Notes the first import of each user, in whichever ledger. That a user has imported is remembered also while analytics is off: else
/// everybody would seem to be new on the day it is switched on.
/// </summary>
internal sealed class NoteFirstImport(IDocumentSession session, AnalyticsSink analytics) : LedgerSubscriber
{
    public override async Task HandleAsync(IReadOnlyList<CommittedEvent> events, CancellationToken cancellationToken)
    {
        var imports = events.Select(committed => committed.Data).OfType<ImportCompleted>().DistinctBy(import => import.By).ToList();
        if (imports.Count == 0) return;

        var known = await KnownAsync([.. imports.Select(import => import.By)], cancellationToken);
        foreach (var import in imports.Where(import => !known.Contains(import.By)))
        {
            // No "on conflict": when two replicas find the same user new, one insert fails, is tried again and finds the user known.
            // A user who was erased stays forgotten.
            session.Queue(
                $"""
                 insert into {AnalyticsTables.FirstImports:raw} (user_id, at)
                 select id, {import.At} from {IdentityTables.Profiles:raw} where id = {import.By}
                 """);
            analytics.Note(session, "first_import", import.At, ("format", import.File.Format));
        }

        await session.SaveChangesAsync(cancellationToken);
    }

    private async Task<HashSet<Guid>> KnownAsync(Guid[] users, CancellationToken cancellationToken) =>
        [.. await session.Sql($"select user_id from {AnalyticsTables.FirstImports:raw} where user_id = any({users})")
            .ListAsync(row => row.GetGuid(0), cancellationToken)];
}
