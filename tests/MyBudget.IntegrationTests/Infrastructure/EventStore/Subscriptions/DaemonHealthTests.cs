using System.Text.Json;
using Alba;
using MyBudget.IntegrationTests.Infrastructure.Operations;

namespace MyBudget.IntegrationTests.Infrastructure.EventStore.Subscriptions;

public sealed class DaemonHealthTests(AppFixture app)
{
    [Fact]
    public async Task a_daemon_that_does_not_move_is_noted_and_the_replica_stays_ready()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        var idle = await daemon.StartAsync(
            ("Daemon:Enabled", "false"), ("Daemon:WatchInterval", "00:00:00.02"), ("Daemon:StalledAfter", "00:00:00.1"), InternalPort.Setting);
        (await ReadyAsync(idle)).GetProperty("notes").EnumerateObject().ShouldBeEmpty();

        var ledger = await DaemonApp.CreateLedgerAsync(idle);
        await UntilNotesAsync(idle, notes => notes.TryGetProperty("daemon", out _));
        (await ReadyAsync(idle)).GetProperty("missing").EnumerateObject().ShouldBeEmpty();

        await daemon.StartAsync();
        var other = await DaemonApp.CreateLedgerAsync(idle);
        await UntilNotesAsync(idle, notes => !notes.EnumerateObject().Any());
        ledger.LedgerId.ShouldNotBe(other.LedgerId);
    }

    private static async Task UntilNotesAsync(IAlbaHost host, Func<JsonElement, bool> are)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!are((await ReadyAsync(host)).GetProperty("notes"))) patience.Token.ThrowIfCancellationRequested();
    }

    private static async Task<JsonElement> ReadyAsync(IAlbaHost host)
    {
        var (status, body) = await InternalPort.GetAsync(host, "/health/ready");
        status.ShouldBe(200);
        return body;
    }
}
