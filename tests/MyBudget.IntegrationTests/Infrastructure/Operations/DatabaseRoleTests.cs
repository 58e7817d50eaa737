using System.Net;
using Npgsql;

namespace MyBudget.IntegrationTests.Infrastructure.Operations;

/// <summary>One role owns the schema and changes it, the other works with it.</summary>
public sealed class DatabaseRoleTests(AppFixture app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_application_needs_no_right_to_change_the_schema_and_has_none()
    {
        var (owner, worker) = await CreateAsync();
        (await RunningProgram.RunToEndAsync("Production", owner, [], "db-apply")).Code.ShouldBe(0);
        (await RunningProgram.RunToEndAsync("Production", worker, [], "db-assert")).Code.ShouldBe(0);

        await using (var program = await RunningProgram.StartAsync("Production", worker))
        {
            using var http = new HttpClient { BaseAddress = program.Address };
            var ledger = await RegisterAsync(http);
            var account = await ledger.OpenAccountAsync();
            await ledger.RecordAsync(new { accountId = account, date = "2026-02-28", amount = -1250 });
            (await ledger.BalanceAsync(account)).ShouldBe(-1250);
            // Who follows ledgers notes it, too.
            await UntilAsync(owner, "select (not exists (select from ledger_news))::int::bigint");
            program.Output.ShouldAllBe(line => !line.Contains("permission denied", StringComparison.Ordinal));
        }

        foreach (var change in new[] { "create table mine (id int)", "drop table outbox", "alter table outbox add column mine int", "truncate mt_events", "create schema mine" })
            (await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(worker, change))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, change);
        (await RunningProgram.RunToEndAsync("Production", worker, [], "totals", "check")).Code.ShouldBe(0);
    }

    /// <summary>The same grants as the database image makes.</summary>
    private async Task<(string Owner, string Worker)> CreateAsync()
    {
        var name = $"roles{Guid.CreateVersion7():N}";
        var database = await app.CreateDatabaseAsync(name);
        name = new NpgsqlConnectionStringBuilder(database).Database!;
        var (owner, worker) = ($"{name}_o", $"{name}_w");
        await ExecuteAsync(database,
            $"""
             create role {owner} login password 'secret'; create role {worker} login password 'secret';
             alter database {name} owner to {owner}; revoke all on database {name} from public;
             grant connect, temporary on database {name} to {worker}; grant usage on schema public to {worker};
             alter default privileges for role {owner} grant select, insert, update, delete on tables to {worker};
             alter default privileges for role {owner} grant usage, select, update on sequences to {worker};
             """);
        return (As(owner), As(worker));

        string As(string role) => new NpgsqlConnectionStringBuilder(database) { Username = role, Password = "secret" }.ConnectionString;
    }

    private static async Task<LedgerClient> RegisterAsync(HttpClient http)
    {
        var registered = await new ApiClient(http, Guid.Empty, null).PostAsync(
            "/api/v1/auth/register", new { email = $"{Guid.CreateVersion7():N}@example.org", password = "correct horse battery staple", displayName = "Ada" });
        registered.ShouldBe(HttpStatusCode.Created);
        return await new ApiClient(http, Guid.Empty, registered.Body.GetProperty("accessToken").GetString()).CreateLedgerAsync();
    }

    private static async Task UntilAsync(string database, string sql)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(patience.Token);
        await using var command = new NpgsqlCommand(sql, connection);
        while (await command.ExecuteScalarAsync(patience.Token) is not > 0L) patience.Token.ThrowIfCancellationRequested();
    }

    private static async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
