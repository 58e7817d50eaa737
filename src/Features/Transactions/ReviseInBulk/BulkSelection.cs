namespace MyBudget.Features.Transactions.ReviseInBulk;

/// <summary>The transactions that a bulk change is for.</summary>
internal static class BulkSelection
{
    /// <returns>Those that are there, and the ids of those that are not.</returns>
    /// <exception cref="RuleViolation">There are too many.</exception>
    public static async Task<(IReadOnlyList<Transaction> Found, IReadOnlyList<Guid> Gone)> FindAsync(LedgerWrite write, BulkWhere where)
    {
        var tenant = LedgerScope.TenantOf(write.LedgerId);
        if (where.Ids is not { Count: > 0 } named)
        {
            var matching = await ReadAsync(write, TransactionWhere.Of(tenant, where));
            return matching.Count <= BulkRevision.Most ? (matching, []) : throw TooMany();
        }

        Guid[] ids = [.. named.Distinct()];
        var found = await ReadAsync(write, $"tenant_id = {tenant} and deleted_at is null and id = any ({ids})");
        return (found, [.. ids.Except(found.Select(transaction => transaction.Id))]);
    }

    private static Task<IReadOnlyList<Transaction>> ReadAsync(LedgerWrite write, Sql which)
    {
        var serializer = write.Session.DocumentStore.Options.Serializer();
        return write.Session.Sql($"select data from {TransactionsTables.Transactions:raw} where {which} order by id limit {BulkRevision.Most + 1}")
            .ListAsync(row => serializer.FromJson<Transaction>(row, 0), write.Cancellation);
    }

    private static RuleViolation TooMany() => new(
        "transactions.bulk-too-many", $"More than {BulkRevision.Most} transactions fit; filter them more closely.",
        new Dictionary<string, object?> { ["most"] = BulkRevision.Most });
}
