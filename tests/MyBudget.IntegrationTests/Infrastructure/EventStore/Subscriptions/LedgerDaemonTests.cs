using Npgsql;

namespace MyBudget.IntegrationTests.Infrastructure.EventStore.Subscriptions;

public sealed class LedgerDaemonTests(AppFixture app)
{
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

        await daemon.CaughtUpAsync();
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
    public async Task what_is_committed_while_nobody_follows_is_seen_later()
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
    public async Task a_recording_is_seen_without_waiting_for_the_next_look()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        var host = await daemon.StartAsync(("Daemon:PollInterval", "00:10:00"));
        var ledger = await DaemonApp.CreateLedgerAsync(host);
        var account = await ledger.OpenAccountAsync();
        await daemon.CaughtUpAsync();

        await ledger.RecordAsync(new { accountId = account, date = "2026-03-01", amount = -1_00 });

        await daemon.Seen.UntilAsync(ledger.LedgerId, await ledger.RevisionAsync());
        await daemon.CaughtUpAsync();
    }

    [Fact]
    public async Task an_append_that_was_lost_is_not_waited_for()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        var host = await daemon.StartAsync();
        var ledger = await DaemonApp.CreateLedgerAsync(host);
        await using (var connection = new NpgsqlConnection(daemon.ConnectionString))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await DaemonApp.AppendAsync(connection, ledger, revision: 1001);
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
        await host.EraseLedgerAsync(poisoned);
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

    [Fact]
    public async Task a_transaction_that_takes_long_is_not_passed_over_and_holds_up_no_other_ledger()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        var host = await daemon.StartAsync();
        var (slow, quick) = (await DaemonApp.CreateLedgerAsync(host), await DaemonApp.CreateLedgerAsync(host));
        await daemon.CaughtUpAsync();

        await using var connection = new NpgsqlConnection(daemon.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await DaemonApp.AppendAsync(connection, slow, revision: 1001);
        await daemon.Seen.UntilAsync(quick.LedgerId, await DaemonApp.RenameAsync(quick));
        await DaemonApp.AppendAsync(connection, slow, revision: 1002);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        await daemon.Seen.UntilAsync(slow.LedgerId, 1002);
        daemon.Seen.RevisionsOf(slow.LedgerId).ShouldBe([1, 1001, 1002]);
    }

    [Fact]
    public async Task more_than_a_page_is_seen_page_by_page()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        var ledger = await DaemonApp.CreateLedgerAsync(await daemon.StartAsync());
        await daemon.CaughtUpAsync();
        await using var connection = new NpgsqlConnection(daemon.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);

        await DaemonApp.AppendAsync(connection, ledger, revision: 2, count: 1_200);

        await daemon.CaughtUpAsync();
        daemon.Seen.RevisionsOf(ledger.LedgerId).ShouldBe(Enumerable.Range(1, 1_201).Select(n => (long)n));
        daemon.Seen.ReplicasOf(ledger.LedgerId).Count.ShouldBe(4);
    }

    [Fact]
    public async Task two_replicas_share_the_work_and_see_everything_once_and_in_order()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        var (first, second) = (await daemon.StartAsync(("Daemon:PollInterval", "00:10:00")), await daemon.StartAsync(("Daemon:PollInterval", "00:10:00")));
        // One after the other: a replica that is about to look for news of its own takes what there is of another, too.
        var one = await DaemonApp.CreateLedgerAsync(first);
        await daemon.CaughtUpAsync();
        LedgerClient[] ledgers = [one, await DaemonApp.CreateLedgerAsync(second)];
        await daemon.CaughtUpAsync();

        // Each ledger is written to by both replicas at the same time.
        await Task.WhenAll(ledgers.SelectMany(ledger => new[] { DaemonApp.Through(first, ledger), DaemonApp.Through(second, ledger) }).Select(async ledger =>
        {
            for (var n = 0; n < 15; n++) await DaemonApp.RenameAsync(ledger);
        }));

        await daemon.CaughtUpAsync();
        foreach (var ledger in ledgers) daemon.Seen.RevisionsOf(ledger.LedgerId).ShouldBe(Enumerable.Range(1, 31).Select(n => (long)n));
        daemon.Seen.ReplicasOf(ledgers[0].LedgerId)[0].ShouldBe(1);
        daemon.Seen.ReplicasOf(ledgers[1].LedgerId)[0].ShouldBe(2);
    }

    [Fact]
    public async Task a_subscriber_at_work_holds_up_neither_writers_nor_other_ledgers_and_what_comes_meanwhile_is_one_page()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        var host = await daemon.StartAsync();
        var (busy, other) = (await DaemonApp.CreateLedgerAsync(host), await DaemonApp.CreateLedgerAsync(host));
        await daemon.CaughtUpAsync();
        var held = new HeldLedger(daemon.Seen, busy.LedgerId);
        await DaemonApp.RenameAsync(busy);
        await held.IsHeldAsync();

        for (var n = 0; n < 20; n++) await DaemonApp.RenameAsync(busy);
        await daemon.Seen.UntilAsync(other.LedgerId, await DaemonApp.RenameAsync(other));
        daemon.Seen.RevisionsOf(busy.LedgerId).ShouldBe([1]);
        held.Release();

        await daemon.CaughtUpAsync();
        daemon.Seen.RevisionsOf(busy.LedgerId).ShouldBe(Enumerable.Range(1, 22).Select(n => (long)n));
        daemon.Seen.ReplicasOf(busy.LedgerId).Count.ShouldBe(3);
    }

    [Fact]
    public async Task what_a_replica_does_not_get_done_in_time_another_takes_over()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        var first = await daemon.StartAsync(("Daemon:Lease", "00:00:01"));
        var ledger = await DaemonApp.CreateLedgerAsync(first);
        await daemon.CaughtUpAsync();
        var held = new HeldLedger(daemon.Seen, ledger.LedgerId, replica: 1);
        await DaemonApp.RenameAsync(ledger);
        await held.IsHeldAsync();
        await daemon.StartAsync();

        await daemon.Seen.UntilAsync(ledger.LedgerId, 2);
        daemon.Seen.ReplicasOf(ledger.LedgerId).ShouldBe([1, 2]);
        await daemon.CaughtUpAsync();
        daemon.Seen.Hold = (_, _) => Task.CompletedTask;
        await daemon.Seen.UntilAsync(ledger.LedgerId, await DaemonApp.RenameAsync(ledger));

        // Whoever comes back too late repeats what was done, and changes nothing of it.
        held.Release();
        await daemon.Seen.UntilAsync(ledger.LedgerId, await DaemonApp.RenameAsync(ledger));
        await daemon.CaughtUpAsync();
        daemon.Seen.RevisionsOf(ledger.LedgerId).Distinct().ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public async Task a_replica_that_stops_leaves_its_ledgers_to_others_at_once()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        var first = await daemon.StartAsync(("Daemon:Lease", "00:10:00"));
        var ledger = await DaemonApp.CreateLedgerAsync(first);
        await daemon.CaughtUpAsync();
        var held = new HeldLedger(daemon.Seen, ledger.LedgerId, replica: 1);
        await DaemonApp.RenameAsync(ledger);
        await held.IsHeldAsync();

        await daemon.StopAsync(first);
        await daemon.StartAsync();

        await daemon.Seen.UntilAsync(ledger.LedgerId, 2);
        daemon.Seen.ReplicasOf(ledger.LedgerId).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task lost_connections_lose_nothing()
    {
        await using var daemon = await DaemonApp.CreateAsync(app);
        var ledger = await DaemonApp.CreateLedgerAsync(await daemon.StartAsync(("Daemon:Lease", "00:10:00")));
        await daemon.CaughtUpAsync();
        for (var n = 0; n < 3; n++)
        {
            var held = new HeldLedger(daemon.Seen, ledger.LedgerId);
            await using (var connection = new NpgsqlConnection(daemon.ConnectionString))
            {
                await connection.OpenAsync(TestContext.Current.CancellationToken);
                await DaemonApp.AppendAsync(connection, ledger, revision: 2 + n);
            }

            await held.IsHeldAsync();
            await daemon.ScalarAsync<bool>(
                "select bool_and(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
            held.Release();
            NpgsqlConnection.ClearAllPools();
            await daemon.CaughtUpAsync();
        }

        daemon.Seen.RevisionsOf(ledger.LedgerId).ShouldBe([1, 2, 3, 4]);
    }
}
