using MyBudget.Infrastructure.Security;
using Npgsql;

namespace MyBudget.IntegrationTests;

/// <summary>A ledger that a writer elsewhere has locked: requests that write to it wait until it is let go.</summary>
public sealed class HeldLedger : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly Guid _ledgerId;

    private HeldLedger(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid ledgerId) =>
        (_connection, _transaction, _ledgerId) = (connection, transaction, ledgerId);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<HeldLedger> HoldAsync(string connectionString, Guid ledgerId)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancellation);
        var held = new HeldLedger(connection, await connection.BeginTransactionAsync(Cancellation), ledgerId);
        await held.ScalarAsync("select 1 from ledger_heads where ledger_id = @ledger for no key update");
        return held;
    }

    /// <summary>Until the request waits for the ledger.</summary>
    public async Task WaitForAsync(Task request)
    {
        // Not from pg_stat_activity: within a transaction it shows the connections of the first time it was read, and none opened later.
        while ((bool)(await ScalarAsync("select not exists (select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))"))!)
        {
            request.IsCompleted.ShouldBeFalse();
            Cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>What the writer does to a member.</summary>
    /// <param name="role">Null if they are removed.</param>
    public Task<object?> ChangeMemberAsync(Guid userId, string? role) => ScalarAsync(
        role is null
            ? "delete from mt_doc_ledger_membership where id = @member"
            : "update mt_doc_ledger_membership set role = initcap(@role), data = jsonb_set(data, '{role}', to_jsonb(@role)) where id = @member",
        ("member", LedgerMembership.IdOf(_ledgerId, userId)), ("role", role ?? string.Empty));

    public Task LetGoAsync() => _transaction.CommitAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task<object?> ScalarAsync(string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, _connection, _transaction);
        command.Parameters.AddWithValue("ledger", _ledgerId);
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
