namespace MyBudget.Infrastructure.EventStore;

/// <summary>
/// Lets several commands of the scope share one commit. While it is open, <see cref="LedgerWriter"/> decides each of them on the same write
/// and commits nothing.
/// </summary>
/// <remarks>
/// What a command reads by a statement, or of all entities of a kind, is as it was before the write. So those that change accounts,
/// categories or budgets, and two that are about the same entity, do not share.
/// </remarks>
internal sealed class LedgerShare(IDocumentSession session, LedgerScope scope, LedgerQueue queue, LedgerCommits commits)
{
    /// <summary>Null while commands do not share.</summary>
    public LedgerWrite? Write { get; private set; }

    /// <summary>Holds the ledger while commands run, and commits them together.</summary>
    /// <param name="run">Sends the commands. A revision is taken only if one of them changed something. What it returns is committed with them.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="LedgerGoneException">The ledger was deleted meanwhile.</exception>
    /// <exception cref="AccessRefusedException">The user lost access meanwhile.</exception>
    public async Task OpenAsync(Func<LedgerWrite, Task<IReadOnlyList<Sql>>> run, CancellationToken cancellationToken)
    {
        using var turn = await queue.TakeTurnAsync(scope.LedgerId, cancellationToken);
        try
        {
            var head = await session.HoldAsync(scope, cancellationToken);
            Write = commits.Begin(scope.LedgerId, scope.UserId, head, cancellationToken);
            var along = await run(Write);
            if (!Write.IsEmpty) along = [LedgerRevision.Next(scope.LedgerId), .. along];
            if (along.Count > 0 || commits.HasOther) await commits.CommitAsync(Write, along, cancellationToken);
            else await session.GiveBackAsync();
        }
        catch
        {
            // What comes next in this scope is not to store what was queued for this.
            session.EjectAllPendingChanges();
            await session.GiveBackAsync();
            throw;
        }
        finally
        {
            Write = null;
        }
    }
}
