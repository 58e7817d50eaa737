namespace MyBudget.Infrastructure.EventStore;

/// <summary>What features publish of the entities that they store.</summary>
/// <param name="session">Of the ledger.</param>
/// <param name="cancellationToken">Ends the request.</param>
internal readonly struct StoredFacts(IQuerySession session, CancellationToken cancellationToken)
{
    /// <summary>Of each entity the members of its JSON that <typeparamref name="TFacts"/> has.</summary>
    /// <param name="table">The entities' table, as their feature's contracts name it.</param>
    public Task<IReadOnlyList<TFacts>> OfAsync<TFacts>(string table) =>
        session.Sql($"select data from {Sql.Name(table)} where tenant_id = {session.TenantId}").ListAsync(
            row => JsonSerializer.Deserialize<TFacts>(row.GetFieldValue<byte[]>(0), StoredJson.Options)!, cancellationToken);
}
