using Npgsql;

namespace MyBudget.Infrastructure.EventStore;

public static class StoredFacts
{
    /// <summary>
    /// What a feature publishes of the entities it stores: the members of their JSON that <typeparamref name="TFacts"/> has.
    /// </summary>
    /// <param name="session">Of the ledger.</param>
    /// <param name="table">The entities' table, as their feature's contracts name it.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public static async Task<IReadOnlyList<TFacts>> FactsAsync<TFacts>(
        this IQuerySession session, string table, CancellationToken cancellationToken) where TFacts : class
    {
        await using var command = new NpgsqlCommand($"select data from {table} where tenant_id = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = session.TenantId });
        var serializer = session.DocumentStore.Options.Serializer();
        var facts = new List<TFacts>();
        await using var reader = await session.ExecuteReaderAsync(command, cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) facts.Add(serializer.FromJson<TFacts>(reader, 0));
        return facts;
    }
}
