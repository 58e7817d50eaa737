using System.Net;
using System.Text.Json;

namespace MyBudget.IntegrationTests.Infrastructure.Subscriptions;

public sealed class DaemonHealthTests(AppFixture app)
{
    [Fact]
    public async Task a_daemon_that_does_not_move_is_noted_and_the_replica_stays_ready()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        var idle = await daemon.StartAsync(
            ("Daemon:Enabled", "false"), ("Daemon:WatchInterval", "00:00:00.02"), ("Daemon:StalledAfter", "00:00:00.1"));
        var client = new ApiClient(idle.Server.CreateClient(), Guid.Empty, null);
        (await ReadyAsync(client)).GetProperty("notes").EnumerateObject().ShouldBeEmpty();

        var ledger = await DaemonApp.CreateLedgerAsync(idle);
        await UntilNotesAsync(client, notes => notes.TryGetProperty("daemon", out _));
        (await ReadyAsync(client)).GetProperty("missing").EnumerateObject().ShouldBeEmpty();

        await daemon.StartAsync();
        var other = await DaemonApp.CreateLedgerAsync(idle);
        await UntilNotesAsync(client, notes => !notes.EnumerateObject().Any());
        ledger.LedgerId.ShouldNotBe(other.LedgerId);
    }

    private static async Task UntilNotesAsync(ApiClient client, Func<JsonElement, bool> are)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!are((await ReadyAsync(client)).GetProperty("notes"))) patience.Token.ThrowIfCancellationRequested();
    }

    private static async Task<JsonElement> ReadyAsync(ApiClient client) =>
        (await client.GetAsync("/health/ready")).ShouldBe(HttpStatusCode.OK).Body;
}
