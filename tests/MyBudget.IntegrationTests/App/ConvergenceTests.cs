using System.Globalization;

namespace MyBudget.IntegrationTests.App;

/// <summary>Engines of the app that edit ledgers at random, over HTTP to the real server: see app/tests/sync/convergence.test.ts.</summary>
[Collection(nameof(ServersCollection))]
public sealed class ConvergenceTests(RunningServers servers)
{
    private readonly EngineTests _engines = new(servers, "tests/sync/convergence.test.ts");

    /// <summary>Of a long run, how many; of each other kind it has a twentieth.</summary>
    private static int? Long => int.TryParse(Environment.GetEnvironmentVariable("MYBUDGET_LONG"), CultureInfo.InvariantCulture, out var count) ? count : null;

    [Fact]
    public Task engines_end_equal_to_each_other_and_to_the_server() => _engines.ShouldPassAsync(Long ?? 20, "two-servers");

    [Fact]
    public async Task they_do_where_servers_are_killed_meanwhile()
    {
        var kills = 0;
        await _engines.ShouldPassAsync((Long / 20) ?? 10, "servers-killed", async done =>
        {
            if (done % 4 == 2) await servers.KillServerAsync(kills++ % 2);
        });
        kills.ShouldBeGreaterThan(1);
        EngineTests.Keep("servers-killed", "kills", kills);
    }

    [Fact]
    public async Task they_do_where_the_database_is_killed_meanwhile()
    {
        var kills = 0;
        await _engines.ShouldPassAsync((Long / 20) ?? 10, "database-killed", async done =>
        {
            if (done % 5 != 2) return;
            kills++;
            await servers.KillDatabaseAsync();
        });
        kills.ShouldBeGreaterThan(1);
        EngineTests.Keep("database-killed", "kills", kills);
    }

    [Fact]
    public Task they_do_in_Chromium_with_IndexedDB() =>
        new EngineTests(servers, "tests/browser/convergence.test.ts").ShouldPassAsync(2, "chromium");
}
