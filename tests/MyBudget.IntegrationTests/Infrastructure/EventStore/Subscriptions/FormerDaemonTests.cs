using Npgsql;

namespace MyBudget.IntegrationTests.Infrastructure.EventStore.Subscriptions;

/// <summary>An update from a release whose one leading replica noted its progress and whose writers left no news.</summary>
public sealed class FormerDaemonTests(AppFixture app)
{
    private static readonly (string, string)[] Off = [("Daemon:Enabled", "false")];
    private static readonly (string, string)[] On = [("Daemon:WatchInterval", "00:00:00.05")];

    [Fact]
    public async Task what_it_had_not_handled_is_seen_and_the_past_is_not_told_anew()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        var ledgers = await WriteAsFormerAsync(daemon, revisions: 3);
        var ended = ledgers[1];
        await daemon.ExecuteAsync(Progress($"(select seq_id from mt_events where tenant_id = '{ended.LedgerId}' and headers ->> 'revision' = '2')"));

        await daemon.StartAsync(On);
        await daemon.Seen.UntilAsync(ledgers[2].LedgerId, 3);
        await daemon.Seen.UntilAsync(ended.LedgerId, 3);
        await daemon.CaughtUpAsync();
        var again = await daemon.StartAsync(On);
        await daemon.Seen.UntilAsync(ended.LedgerId, await DaemonApp.RenameAsync(DaemonApp.Through(again, ended)));

        daemon.Seen.RevisionsOf(ledgers[0].LedgerId).ShouldBeEmpty();
        daemon.Seen.RevisionsOf(ended.LedgerId).ShouldBe([3, 4]);
        daemon.Seen.RevisionsOf(ledgers[2].LedgerId).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task a_database_without_its_progress_begins_with_the_present()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        var past = await WriteAsFormerAsync(daemon, revisions: 2);

        var host = await daemon.StartAsync(On);
        await daemon.Seen.UntilAsync(past[0].LedgerId, await DaemonApp.RenameAsync(DaemonApp.Through(host, past[0])));
        await daemon.CaughtUpAsync();

        daemon.Seen.RevisionsOf(past[0].LedgerId).ShouldBe([3]);
        daemon.Seen.RevisionsOf(past[1].LedgerId).ShouldBeEmpty();
    }

    [Fact]
    public async Task it_is_left_alone_while_it_leads_and_taken_over_again_when_it_came_back()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        var former = await WriteAsFormerAsync(daemon, revisions: 1);
        await daemon.ExecuteAsync(Progress("0"));
        await using var leader = new NpgsqlConnection(daemon.ConnectionString);
        await leader.OpenAsync(TestContext.Current.CancellationToken);
        await LeadAsync(leader, "pg_advisory_lock");

        var host = await daemon.StartAsync(On);
        var own = await DaemonApp.CreateLedgerAsync(host);
        await daemon.Seen.UntilAsync(own.LedgerId, 1);
        daemon.Seen.RevisionsOf(former[0].LedgerId).ShouldBeEmpty();
        await LeadAsync(leader, "pg_advisory_unlock");
        await daemon.Seen.UntilAsync(former[0].LedgerId, 1);
        await daemon.CaughtUpAsync();

        await LeadAsync(leader, "pg_advisory_lock");
        var handled = await daemon.ScalarAsync<long>("select max(seq_id) + 1 from mt_events");
        await DaemonApp.AppendAsync(leader, former[0], revision: 2);
        await DaemonApp.AppendAsync(leader, former[0], revision: 3);
        await daemon.CaughtUpAsync();
        var seen = daemon.Seen.RevisionsOf(former[0].LedgerId).Count;
        await daemon.ExecuteAsync(Progress($"{handled}"));
        await LeadAsync(leader, "pg_advisory_unlock");
        await daemon.UntilAsync("select count(distinct last_seq_id) from mt_event_progression where name in ('ledgers:All', 'ledger_news')", 1L);
        await daemon.CaughtUpAsync();

        seen.ShouldBe(3);
        daemon.Seen.RevisionsOf(former[0].LedgerId).Skip(seen - 1).Distinct().ShouldBe([3]);
        daemon.Seen.ReplicasOf(former[0].LedgerId).Count.ShouldBeGreaterThanOrEqualTo(3);
    }

    /// <summary>Three ledgers, whose writers left no news.</summary>
    private static async Task<LedgerClient[]> WriteAsFormerAsync(DaemonApp daemon, int revisions)
    {
        var former = await daemon.StartAsync(Off);
        var ledgers = new List<LedgerClient>();
        for (var n = 0; n < 3; n++)
        {
            ledgers.Add(await DaemonApp.CreateLedgerAsync(former));
            for (var revision = 2; revision <= revisions; revision++) await DaemonApp.RenameAsync(ledgers[^1]);
        }

        await daemon.ExecuteAsync("delete from ledger_news");
        return [.. ledgers];
    }

    private static string Progress(string sequence) =>
        $"""
         insert into mt_event_progression (name, last_seq_id) values ('ledgers:All', {sequence})
         on conflict (name) do update set last_seq_id = excluded.last_seq_id
         """;

    private static async Task LeadAsync(NpgsqlConnection connection, string how)
    {
        await using var command = new NpgsqlCommand($"select {how}(1617506458)", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
