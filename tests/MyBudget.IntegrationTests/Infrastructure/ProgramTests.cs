using System.Net.Http.Json;
using System.Text.Json;
using MyBudget.IntegrationTests.Infrastructure.Operations;
using Npgsql;

namespace MyBudget.IntegrationTests.Infrastructure;

/// <summary>The program as an operator starts it: a process of its own.</summary>
public sealed class ProgramTests(AppFixture app)
{
    [Fact]
    public async Task production_takes_its_schema_from_db_apply_and_changes_nothing_when_it_starts()
    {
        var database = await app.CreateDatabaseAsync($"production_{Guid.CreateVersion7():N}");

        (await RunToEndAsync("db-assert", database)).ShouldNotBe(0);
        var home = Path.Combine(Path.GetTempPath(), $"mybudget-home-{Guid.CreateVersion7():N}");
        await using (var server = await RunningProgram.StartAsync("Production", database, [("HOME", home)]))
        {
            using var http = new HttpClient { BaseAddress = server.Address };
            (await http.GetAsync("/health/live", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
            ((int)(await http.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode).ShouldBe(503);
        }

        (await TablesAsync(database)).ShouldBe(0);
        Directory.Exists(home).ShouldBeFalse();
        (await RunToEndAsync("db-apply", database)).ShouldBe(0);
        (await RunToEndAsync("db-assert", database)).ShouldBe(0);
        (await TablesAsync(database)).ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task db_apply_exchanges_the_index_by_which_imports_looked_before()
    {
        var database = await app.CreateDatabaseAsync($"indexes_{Guid.CreateVersion7():N}");
        (await RunToEndAsync("db-apply", database)).ShouldBe(0);
        await using (var source = NpgsqlDataSource.Create(database))
        await using (var former = source.CreateCommand(
            """
            drop index transaction_by_bank_amount; drop index transaction_by_own_amount;
            create index transaction_by_bank_record on mt_doc_transaction (tenant_id, bank_account_id, bank_date) where bank_account_id is not null
            """))
        {
            await former.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        (await RunToEndAsync("db-assert", database)).ShouldNotBe(0);
        (await RunToEndAsync("db-apply", database)).ShouldBe(0);
        (await RunToEndAsync("db-assert", database)).ShouldBe(0);
    }

    [Fact]
    public async Task a_port_that_is_taken_is_told_plainly()
    {
        await using var first = await RunningProgram.StartAsync("Production", app.ConnectionString);

        var (code, errors) = await RunningProgram.RunToEndAsync(
            "Production", app.ConnectionString, [("ASPNETCORE_URLS", first.Address.ToString())]);

        code.ShouldBe(1);
        errors.ShouldContain("choose another port");
        errors.ShouldNotContain("Unhandled exception");
    }

    [Fact]
    public async Task the_demo_household_has_a_budget_in_every_state()
    {
        var database = await app.CreateDatabaseAsync($"demo_{Guid.CreateVersion7():N}");
        await using var server = await RunningProgram.StartAsync("Development", database, arguments: "--demo");
        var login = await server.SaysAsync("logs in as");
        await server.SaysAsync("is complete");

        using var http = new HttpClient { BaseAddress = server.Address };
        var words = login.Split(' ');
        using var signedIn = await http.PostAsJsonAsync(
            "/api/v1/auth/login", new { email = words[6], password = words[^1] }, TestContext.Current.CancellationToken);
        var token = (await signedIn.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("accessToken").GetString();
        var client = new ApiClient(http, Guid.Empty, token);
        var ledger = (await client.GetAsync("/api/v1/ledgers")).Items.Single().GetProperty("id").GetGuid();

        var states = (await client.GetAsync($"/api/v1/ledgers/{ledger}/budgets/status")).Items.Select(status => status.GetProperty("state").GetString());
        (await client.GetAsync($"/api/v1/ledgers/{ledger}/budgets")).Items.Length.ShouldBe(9);
        states.Distinct().ShouldBe(["onTrack", "warning", "exceeded"], ignoreOrder: true);
        (await client.GetAsync($"/api/v1/ledgers/{ledger}/accounts")).Items.Select(account => account.GetProperty("currency").GetString())
            .Distinct().ShouldBe(["EUR", "USD"], ignoreOrder: true);
    }

    private static async Task<int> RunToEndAsync(string command, string database) =>
        (await RunningProgram.RunToEndAsync("Production", database, [], command)).Code;

    private static async Task<long> TablesAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("select count(*) from pg_tables where schemaname = 'public'", connection);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
