using Microsoft.Extensions.DependencyInjection;
using MyBudget.IntegrationTests.Infrastructure.EventStore.Subscriptions;
using Npgsql;

namespace MyBudget.IntegrationTests.Infrastructure.Operations;

/// <summary>PostgreSQL gives up what takes too long, and whoever follows events goes on.</summary>
public sealed class StatementTimeoutTests(AppFixture app)
{
    [Fact]
    public async Task a_slow_statement_ends_and_events_are_followed()
    {
        await using var database = await DaemonApp.CreateAsync(app);
        var host = await database.StartAsync(("Database:StatementTimeout", "00:00:01"));
        var ledger = await DaemonApp.CreateLedgerAsync(host);
        await using (var slow = host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select pg_sleep(30)"))
        {
            (await Should.ThrowAsync<PostgresException>(() => slow.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)))
                .SqlState.ShouldBe(PostgresErrorCodes.QueryCanceled);
        }

        await database.Seen.UntilAsync(ledger.LedgerId, 1);
        await database.Seen.UntilAsync(ledger.LedgerId, await DaemonApp.RenameAsync(ledger));
    }
}
