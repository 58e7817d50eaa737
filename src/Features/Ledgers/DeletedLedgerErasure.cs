namespace MyBudget.Features.Ledgers;

/// <summary>Erases ledgers for good that were deleted long enough ago. Any number of replicas may be at it.</summary>
internal sealed class DeletedLedgerErasure(IServiceScopeFactory scopes, NpgsqlDataSource database)
{
    /// <returns>How many were erased.</returns>
    public async Task<int> RunAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var due = await database.Sql($"select distinct ledger_id from {LedgersTables.DeletedMemberships:raw} where deleted_at <= {before}")
            .ListAsync(row => row.GetGuid(0), cancellationToken);
        var erased = 0;
        foreach (var ledger in due)
        {
            if (await EraseAsync(ledger, before, cancellationToken)) erased++;
        }

        return erased;
    }

    /// <returns>False when it was restored meanwhile, or erased by another.</returns>
    public async Task<bool> EraseAsync(Guid ledgerId, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<IDocumentSession>();
        if (!await session.HoldWritersAsync(ledgerId, cancellationToken)) return false;
        if ((await session.DeletedMembersAsync(ledgerId, cancellationToken)).All(member => member.DeletedAt > before)) return false;

        await session.EraseLedgerAsync(ledgerId, cancellationToken);
        await session.SaveChangesAsync(cancellationToken);
        return true;
    }
}
