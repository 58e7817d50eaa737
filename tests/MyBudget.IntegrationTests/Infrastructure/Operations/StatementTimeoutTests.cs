using Microsoft.Extensions.DependencyInjection;
using MyBudget.IntegrationTests.Infrastructure.EventStore.Subscriptions;
using Npgsql;

namespace MyBudget.IntegrationTests.Infrastructure.Operations;

/// <summary>PostgreSQL gives up what takes too long, and whoever follows events goes on leading.</summary>
public sealed class StatementTimeoutTests(AppFixture app)
{
    private const string Leader =
        """
        select coalesce(min(activity.pid), 0)::bigint from pg_stat_activity activity join pg_locks using (pid)
        where locktype = 'advisory' and granted and activity.datname = current_database()
        """;

    [Fact]
    public async Task a_slow_statement_ends_and_the_leader_of_the_daemon_stays()
    {
        await using var database = await DaemonApp.CreateAsync(app);
        var host = await database.StartAsync(("Database:StatementTimeout", "00:00:01"));
        await using (var slow = host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select pg_sleep(30)"))
        {
            (await Should.ThrowAsync<PostgresException>(() => slow.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)))
                .SqlState.ShouldBe(PostgresErrorCodes.QueryCanceled);
        }

        var ledger = await DaemonApp.CreateLedgerAsync(host);
        await database.Seen.UntilAsync(ledger.LedgerId, 1);
        var leader = await database.ScalarAsync<long>(Leader);
        leader.ShouldBeGreaterThan(0);

        // Three times as long as any statement may take.
        await database.UntilAsync(
            $"select coalesce(bool_or(now() - xact_start > interval '3 seconds'), false) from pg_stat_activity where pid = {leader}", expected: true);
        (await database.ScalarAsync<long>(Leader)).ShouldBe(leader);
        await database.Seen.UntilAsync(ledger.LedgerId, await DaemonApp.RenameAsync(ledger));
    }
}
