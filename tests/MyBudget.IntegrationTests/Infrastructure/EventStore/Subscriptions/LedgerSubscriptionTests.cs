using System.Net;
using Npgsql;

namespace MyBudget.IntegrationTests.Infrastructure.EventStore.Subscriptions;

public sealed class LedgerSubscriptionTests(AppFixture app)
{
    private const string Leader =
        """
        select activity.* from pg_locks taken join pg_stat_activity activity using (pid)
        where taken.locktype = 'advisory' and taken.granted and taken.database = (select oid from pg_database where datname = current_database())
        """;

    private static readonly (string, string) Off = ("Daemon:Enabled", "false");

    [Fact]
    public async Task the_first_events_of_a_new_database_are_seen_and_all_others_in_order()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        var host = await daemon.StartAsync();
        var ledgers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DaemonApp.CreateLedgerAsync(host)));

        var last = await Task.WhenAll(ledgers.Select(async ledger =>
        {
            for (var n = 0; n < 20; n++) await DaemonApp.RenameAsync(ledger);
            return await ledger.RevisionAsync();
        }));

        foreach (var (ledger, revision) in ledgers.Zip(last))
        {
            await daemon.Seen.UntilAsync(ledger.LedgerId, revision);
            daemon.Seen.RevisionsOf(ledger.LedgerId).ShouldBe(Enumerable.Range(1, (int)revision).Select(n => (long)n));
        }
    }

    [Fact]
    public async Task the_traces_of_lost_appends_are_passed_over()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        var ledger = await DaemonApp.CreateLedgerAsync(await daemon.StartAsync());
        await new LedgerDatabase(daemon.ConnectionString, ledger.LedgerId).LoseAnAppendAsync();

        await daemon.Seen.UntilAsync(ledger.LedgerId, await DaemonApp.RenameAsync(ledger));
    }

    [Fact]
    public async Task a_database_that_lived_before_begins_with_the_present()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        var before = await daemon.StartAsync(Off);
        var ledger = await DaemonApp.CreateLedgerAsync(before);
        var old = await DaemonApp.RenameAsync(ledger);
        await daemon.StopAsync(before);

        var host = await daemon.StartAsync();
        var other = await DaemonApp.CreateLedgerAsync(host);
        await daemon.Seen.UntilAsync(other.LedgerId, 1);

        old.ShouldBe(2);
        daemon.Seen.RevisionsOf(ledger.LedgerId).ShouldBeEmpty();
    }

    [Fact]
    public async Task what_is_committed_while_nobody_leads_is_seen_later()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        var first = await daemon.StartAsync();
        var ledger = await DaemonApp.CreateLedgerAsync(first);
        await daemon.Seen.UntilAsync(ledger.LedgerId, 1);
        await daemon.StopAsync(first);

        var idle = await daemon.StartAsync(Off);
        var other = await DaemonApp.CreateLedgerAsync(idle);
        await daemon.StartAsync();

        await daemon.Seen.UntilAsync(other.LedgerId, 1);
        daemon.Seen.RevisionsOf(ledger.LedgerId).ShouldBe([1]);
    }

    [Fact]
    public async Task of_two_replicas_one_leads_and_the_other_takes_over_when_it_stops()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        var first = await daemon.StartAsync();
        var ledger = await DaemonApp.CreateLedgerAsync(first);
        await daemon.Seen.UntilAsync(ledger.LedgerId, 1);
        var second = await daemon.StartAsync();

        await daemon.Seen.UntilAsync((await DaemonApp.CreateLedgerAsync(second)).LedgerId, 1);
        (await daemon.ScalarAsync<long>(
            "select count(*) from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())"))
            .ShouldBe(1);
        await daemon.StopAsync(first);
        var later = await DaemonApp.CreateLedgerAsync(second);
        await daemon.Seen.UntilAsync(later.LedgerId, 1);
        daemon.Seen.RevisionsOf(later.LedgerId).ShouldBe([1]);
    }

    [Fact]
    public async Task leading_keeps_nothing_from_being_cleared_away()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        await daemon.StartAsync();

        await daemon.UntilAsync($"select count(*) from ({Leader}) leader where state = 'idle in transaction' and backend_xmin is null", 1L);
    }

    [Fact]
    public async Task a_leader_whose_connection_is_lost_is_followed_by_one_and_nothing_is_missed()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        var first = await daemon.StartAsync();
        await daemon.StartAsync();
        var ledger = await DaemonApp.CreateLedgerAsync(first);
        await daemon.Seen.UntilAsync(ledger.LedgerId, 1);

        for (var n = 0; n < 3; n++)
        {
            await daemon.UntilAsync($"select count(*) from ({Leader}) leader", 1L);
            var leader = await daemon.ScalarAsync<int>($"select pid from ({Leader}) leader");
            await daemon.ScalarAsync<bool>($"select pg_terminate_backend({leader})");
            await daemon.UntilAsync($"select count(*) from ({Leader}) leader where pid <> {leader}", 1L);
            await daemon.Seen.UntilAsync(ledger.LedgerId, await DaemonApp.RenameAsync(ledger));
        }

        daemon.Seen.RevisionsOf(ledger.LedgerId).ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public async Task a_recording_is_seen_without_waiting_for_the_next_look()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        var host = await daemon.StartAsync(("Daemon:PollInterval", "00:10:00"));
        var ledger = await DaemonApp.CreateLedgerAsync(host);
        var account = await ledger.OpenAccountAsync();
        await daemon.UntilAsync("select coalesce((select last_seq_id from mt_event_progression where name = 'ledgers:All'), 0) = (select max(seq_id) from mt_events)", true);

        await ledger.RecordAsync(new { accountId = account, date = "2026-03-01", amount = -1_00 });

        await daemon.UntilAsync("select (select last_seq_id from mt_event_progression where name = 'ledgers:All') = (select max(seq_id) from mt_events)", true);
    }

    [Fact]
    public async Task a_transaction_that_takes_longer_than_the_patience_with_gaps_is_not_passed_over()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        var host = await daemon.StartAsync(("Daemon:GapPatience", "00:00:00.2"), ("Daemon:PollInterval", "00:00:00.05"));
        var (slow, quick) = (await DaemonApp.CreateLedgerAsync(host), await DaemonApp.CreateLedgerAsync(host));
        await daemon.Seen.UntilAsync(quick.LedgerId, 1);

        await using var connection = new NpgsqlConnection(daemon.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await AppendAsync(connection, slow, revision: 1001);
        var revision = await DaemonApp.RenameAsync(quick);
        await AppendAsync(connection, slow, revision: 1002);
        await daemon.UntilAsync(
            "select count(*) from mt_event_progression where name = 'HighWaterStuckGap' and last_updated < clock_timestamp() - interval '2 seconds'", 1L);
        daemon.Seen.RevisionsOf(quick.LedgerId).ShouldNotContain(revision);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        await daemon.Seen.UntilAsync(slow.LedgerId, 1002);
        await daemon.Seen.UntilAsync(quick.LedgerId, revision);
        daemon.Seen.RevisionsOf(slow.LedgerId).ShouldContain(1001);
    }

    [Fact]
    public async Task a_gap_that_nobody_will_fill_is_passed_over()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        var host = await daemon.StartAsync();
        var ledger = await DaemonApp.CreateLedgerAsync(host);
        await using (var connection = new NpgsqlConnection(daemon.ConnectionString))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await AppendAsync(connection, ledger, revision: 1001);
        }

        var revision = await DaemonApp.RenameAsync(ledger);
        await daemon.Seen.UntilAsync(ledger.LedgerId, revision);
        daemon.Seen.RevisionsOf(ledger.LedgerId).ShouldNotContain(1001);
    }

    [Fact]
    public async Task a_subscriber_that_fails_on_one_ledger_is_passed_over_there_and_nowhere_else()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        var (sick, tries) = (Guid.Empty, 0);
        daemon.Seen.Before = (ledgerId, events) =>
        {
            if (ledgerId != sick || events[^1].Revision != 2) return;
            Interlocked.Increment(ref tries);
            throw new InvalidDataException("secret");
        };
        var host = await daemon.StartAsync();
        var (poisoned, healthy) = (await DaemonApp.CreateLedgerAsync(host), await DaemonApp.CreateLedgerAsync(host));
        await daemon.Seen.UntilAsync(poisoned.LedgerId, 1);
        sick = poisoned.LedgerId;

        await DaemonApp.RenameAsync(poisoned);
        await daemon.Seen.UntilAsync(healthy.LedgerId, await DaemonApp.RenameAsync(healthy));
        await daemon.UntilAsync("select count(*) from subscription_failures", 1L);
        await daemon.Seen.UntilAsync(poisoned.LedgerId, await DaemonApp.RenameAsync(poisoned));

        tries.ShouldBe(3);
        daemon.Seen.RevisionsOf(poisoned.LedgerId).ShouldBe([1, 3]);
        (await daemon.ScalarAsync<string>("select subscriber || from_revision || to_revision || reason from subscription_failures"))
            .ShouldBe("TestSubscriber22InvalidDataException");
        (await poisoned.DeleteAsync(poisoned.Path)).ShouldBe(HttpStatusCode.NoContent);
        (await daemon.ScalarAsync<long>("select count(*) from subscription_failures")).ShouldBe(0);
    }

    [Fact]
    public async Task nothing_is_passed_over_while_the_database_is_away()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        var tries = 0;
        daemon.Seen.Before = (_, _) =>
        {
            if (Interlocked.Increment(ref tries) <= 4) throw new InvalidOperationException("wrapped", new NpgsqlException("away"));
        };
        var host = await daemon.StartAsync();

        var ledger = await DaemonApp.CreateLedgerAsync(host);

        await daemon.Seen.UntilAsync(ledger.LedgerId, 1);
        (await daemon.ScalarAsync<long>("select count(*) from subscription_failures")).ShouldBe(0);
    }

    /// <summary>Appends as a write of the ledger would, on a connection that the test holds.</summary>
    private static async Task AppendAsync(NpgsqlConnection connection, LedgerClient ledger, int revision)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers, is_archived)
            select nextval('mt_events_sequence'), gen_random_uuid(), stream_id, @revision, data, type, now(), tenant_id, mt_dotnet_type,
                   jsonb_build_object('revision', @revision), false
            from mt_events where tenant_id = @ledger order by seq_id limit 1
            """, connection);
        command.Parameters.AddWithValue("ledger", ledger.LedgerId.ToString());
        command.Parameters.AddWithValue("revision", revision);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
