using System.Data.Common;
using Marten;
using MyBudget.Features.Accounts.Balances;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using Npgsql;

namespace MyBudget.Features.Accounts;

/// <summary>Accounts with their balances as the JSON that clients see.</summary>
internal sealed class AccountRows(NpgsqlDataSource database)
{
    private const string Select =
        $"""
        select (a.data || jsonb_build_object('balance', b.balance, 'clearedBalance', b.cleared)), (a.data->>'version')::int, b.revision
        from mt_doc_account a join {AccountBalances.Table} b on b.ledger_id = $1 and b.account_id = a.id
        where a.tenant_id = $2
        """;

    public async Task<JsonText?> FindAsync(Guid ledgerId, Guid id, CancellationToken cancellationToken)
    {
        await using var command = One(ledgerId, id);
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
        await using var command = One(Guid.Parse(session.TenantId), id);
        await using var reader = await session.ExecuteReaderAsync(command, cancellationToken);
        return await ReadAsync(reader, cancellationToken);
    }

    public async Task<JsonText> ListAsync(Guid ledgerId, CancellationToken cancellationToken)
    {
        await using var command = Command($"{Select} order by (a.data->>'closed')::bool, a.data->>'name' collate \"und-x-icu\", a.id", ledgerId);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        command.Connection = connection;
        var list = new JsonList();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) list.Add(reader.GetFieldValue<byte[]>(0));
        return list.Close();
    }

    private static async Task<JsonText?> ReadAsync(DbDataReader reader, CancellationToken cancellationToken) =>
        await reader.ReadAsync(cancellationToken)
            ? new JsonText(reader.GetFieldValue<byte[]>(0), EntityTag.Of(reader.GetInt32(1), reader.GetInt64(2)))
            : null;

    private static NpgsqlCommand One(Guid ledgerId, Guid id)
    {
        var command = Command($"{Select} and a.id = $3", ledgerId);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        return command;
    }

    private static NpgsqlCommand Command(string sql, Guid ledgerId)
    {
        var command = new NpgsqlCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = ledgerId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = LedgerScope.TenantOf(ledgerId) });
        return command;
    }
}
