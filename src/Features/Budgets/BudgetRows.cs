using System.Data.Common;
using Marten;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using Npgsql;

namespace MyBudget.Features.Budgets;

/// <summary>Budgets as the JSON that clients see.</summary>
internal sealed class BudgetRows(NpgsqlDataSource database)
{
    private const string Select = "select data, (data->>'version')::int from mt_doc_budget where tenant_id = $1";

    public async Task<JsonText?> FindAsync(Guid ledgerId, Guid id, CancellationToken cancellationToken)
    {
        await using var command = One(LedgerScope.TenantOf(ledgerId), id);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        command.Connection = connection;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await ReadAsync(reader, cancellationToken);
    }

    /// <summary>
    /// For a write's answer: on the connection that the write holds already. Were each to wait for a second one, many writers
    /// at once would wait for each other.
    /// </summary>
    public static async Task<JsonText?> FindAsync(IDocumentSession session, Guid id, CancellationToken cancellationToken)
    {
        await using var command = One(session.TenantId, id);
        await using var reader = await session.ExecuteReaderAsync(command, cancellationToken);
        return await ReadAsync(reader, cancellationToken);
    }

    public async Task<JsonText> ListAsync(Guid ledgerId, CancellationToken cancellationToken)
    {
        await using var command = Command($"{Select} order by data->>'name' collate \"und-x-icu\", id", LedgerScope.TenantOf(ledgerId));
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        command.Connection = connection;
        var list = new JsonList();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) list.Add(reader.GetFieldValue<byte[]>(0));
        return list.Close();
    }

    private static async Task<JsonText?> ReadAsync(DbDataReader reader, CancellationToken cancellationToken) =>
        await reader.ReadAsync(cancellationToken)
            ? new JsonText(reader.GetFieldValue<byte[]>(0), EntityTag.Of(reader.GetInt32(1)))
            : null;

    private static NpgsqlCommand One(string tenant, Guid id)
    {
        var command = Command($"{Select} and id = $2", tenant);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        return command;
    }

    private static NpgsqlCommand Command(string sql, string tenant)
    {
        var command = new NpgsqlCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenant });
        return command;
    }
}
