namespace MyBudget.Infrastructure.EventStore;

internal static class StoredFacts
{
    /// <summary>
    /// What a feature publishes of the entities it stores: the members of their JSON that <typeparamref name="TFacts"/> has.
    /// </summary>
    /// <param name="session">Of the ledger.</param>
    /// <param name="table">The entities' table, as their feature's contracts name it.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public static Task<IReadOnlyList<TFacts>> FactsAsync<TFacts>(this IQuerySession session, string table, CancellationToken cancellationToken) =>
        session.Sql($"select data from {Sql.Name(table)} where tenant_id = {session.TenantId}").ListAsync(
            row => JsonSerializer.Deserialize<TFacts>(row.GetFieldValue<byte[]>(0), StoredJson.Options)!, cancellationToken);
}
