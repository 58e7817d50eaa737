using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MyBudget.Infrastructure.Outbox;

namespace MyBudget.IntegrationTests.Infrastructure.Outbox;

public sealed class OutboxTests(AppFixture app)
{
    private const string Waiting = "select count(*) from outbox";

    [Fact]
    public async Task what_is_saved_is_sent_and_what_is_not_saved_is_not()
    {
        var channel = new TestChannel();
        await using var outbox = await OutboxApp.CreateAsync(app);
        var host = await outbox.StartAsync(channel);
        var message = outbox.Message();

        await using (var session = host.Services.GetRequiredService<Marten.IDocumentStore>().LightweightSession("outside"))
            session.Enqueue(outbox.Message("never"));
        await OutboxApp.SaveAsync(host, session => session.Enqueue(message));

        await outbox.UntilAsync(Waiting, 0L);
        channel.Tries.ShouldHaveSingleItem().Id.ShouldBe(message.Id);
    }

    [Fact]
    public async Task the_same_message_queued_twice_is_sent_once()
    {
        var channel = new TestChannel();
        await using var outbox = await OutboxApp.CreateAsync(app);
        var host = await outbox.StartAsync(channel: null);
        var message = outbox.Message();

        await OutboxApp.SaveAsync(host, session => session.Enqueue(message));
        await OutboxApp.SaveAsync(host, session => session.Enqueue(message with { Payload = "\"other\"" }));
        await outbox.StartAsync(channel);

        await outbox.UntilAsync(Waiting, 0L);
        channel.Tries.ShouldHaveSingleItem().Payload.ShouldBe("\"1\"");
    }

    [Fact]
    public async Task a_failure_is_tried_again_later_and_later_and_parked_in_the_end()
    {
        var channel = new TestChannel(_ => new Delivery.Retry("busy"));
        await using var outbox = await OutboxApp.CreateAsync(app);
        var host = await outbox.StartAsync(channel);

        await OutboxApp.SaveAsync(host, session => session.Enqueue(outbox.Message()));

        var waits = new List<TimeSpan>();
        for (var attempt = 1; attempt < 4; attempt++)
        {
            await outbox.UntilAsync($"select count(*) from outbox where attempts = {attempt} and last_failure = 'busy'", 1L);
            var due = (await outbox.QueryAsync<DateTime>("select due_at from outbox"))[0];
            waits.Add(due - outbox.Time.GetUtcNow().UtcDateTime);
            outbox.Time.SetUtcNow(new DateTimeOffset(due, TimeSpan.Zero));
        }

        await outbox.UntilAsync("select parked_at is not null from outbox", true);
        waits.Zip([5, 10, 20]).ShouldAllBe(wait => wait.First.TotalSeconds >= wait.Second / 2.0 && wait.First.TotalSeconds <= wait.Second);
        channel.Tries.Select(message => message.Attempts).ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public async Task a_database_that_is_away_is_logged_once_and_so_is_its_return()
    {
        var (channel, log) = (new TestChannel(), new LogLines());
        await using var outbox = await OutboxApp.CreateAsync(app);
        var host = await outbox.StartAsync(channel, log);
        await outbox.QueryAsync<int>(
            """
            create sequence tries;
            create function away() returns trigger language plpgsql as $$ begin perform nextval('tries'); raise exception 'away'; end $$;
            create trigger away before update on outbox for each statement execute function away();
            """);
        await outbox.UntilAsync("select last_value > 20 from tries", true);
        await outbox.QueryAsync<int>("drop trigger away on outbox");

        await OutboxApp.SaveAsync(host, session => session.Enqueue(outbox.Message()));
        await outbox.UntilAsync(Waiting, 0L);
        var lines = log.All.Where(line => line.Contains($" on {TestChannel.ChannelName} ", StringComparison.Ordinal) && line.Contains("claimed", StringComparison.Ordinal)).ToList();
        lines.Count.ShouldBe(2);
        lines[0].ShouldContain("could not be claimed");
        lines[1].ShouldContain("can be claimed again");
    }

    [Fact]
    public async Task an_exception_counts_as_a_failed_try()
    {
        var channel = new TestChannel(message => message.Attempts == 1 ? throw new InvalidDataException() : new Delivery.Done());
        await using var outbox = await OutboxApp.CreateAsync(app);
        var host = await outbox.StartAsync(channel);

        await OutboxApp.SaveAsync(host, session => session.Enqueue(outbox.Message()));
        await outbox.UntilAsync("select coalesce(last_failure, '') from outbox", nameof(InvalidDataException));
        outbox.Time.Advance(TimeSpan.FromSeconds(5));

        await outbox.UntilAsync(Waiting, 0L);
        channel.Tries.Count.ShouldBe(2);
    }

    [Fact]
    public async Task a_receiver_that_names_a_time_is_left_alone_until_then()
    {
        var channel = new TestChannel(message =>
            message.Attempts == 1 ? new Delivery.Retry("quota", TimeSpan.FromMinutes(7)) : new Delivery.Done());
        await using var outbox = await OutboxApp.CreateAsync(app);
        var host = await outbox.StartAsync(channel);

        await OutboxApp.SaveAsync(host, session => session.Enqueue(outbox.Message()));
        await outbox.UntilAsync("select coalesce(last_failure, '') from outbox", "quota");
        (await outbox.QueryAsync<DateTime>("select due_at from outbox"))[0].ShouldBe(outbox.Time.GetUtcNow().UtcDateTime.AddMinutes(7));
        outbox.Time.Advance(TimeSpan.FromMinutes(7));

        await outbox.UntilAsync(Waiting, 0L);
    }

    [Fact]
    public async Task a_fault_of_the_configuration_uses_up_no_tries()
    {
        var mended = false;
        var channel = new TestChannel(_ => mended ? new Delivery.Done() : new Delivery.Hold("wrong project", TimeSpan.FromMinutes(5)));
        await using var outbox = await OutboxApp.CreateAsync(app);
        var host = await outbox.StartAsync(channel);

        await OutboxApp.SaveAsync(host, session => session.Enqueue(outbox.Message()));
        for (var round = 1; round <= 6; round++)
        {
            await outbox.UntilAsync($"select count(*) from outbox where ticket = {round} and attempts = 0 and parked_at is null", 1L);
            if (round == 6) mended = true;
            outbox.Time.Advance(TimeSpan.FromMinutes(5));
        }

        await outbox.UntilAsync(Waiting, 0L);
    }

    [Fact]
    public async Task what_has_expired_is_not_sent_and_parked_content_does_not_outlive_its_use()
    {
        var channel = new TestChannel(_ => new Delivery.Park("never"));
        await using var outbox = await OutboxApp.CreateAsync(app);
        var host = await outbox.StartAsync(channel);
        var now = outbox.Time.GetUtcNow();

        await OutboxApp.SaveAsync(host, session =>
        {
            session.Enqueue(outbox.Message("late") with { DueAt = now.AddHours(2), ExpiresAt = now.AddHours(1) });
            session.Enqueue(outbox.Message("parked"));
        });
        await outbox.UntilAsync("select count(*) from outbox where parked_at is not null", 1L);
        outbox.Time.Advance(TimeSpan.FromHours(3));
        await outbox.UntilAsync("select count(*) from outbox where parked_at is null", 0L);
        channel.Tries.ShouldHaveSingleItem().Payload.ShouldBe("\"parked\"");

        outbox.Time.Advance(TimeSpan.FromDays(2));
        await outbox.UntilAsync("select payload::text from outbox", "{}");
        outbox.Time.Advance(TimeSpan.FromDays(30));
        await outbox.UntilAsync(Waiting, 0L);
    }

    [Fact]
    public async Task two_replicas_share_the_work_and_send_nothing_twice()
    {
        var channel = new TestChannel();
        await using var outbox = await OutboxApp.CreateAsync(app);
        var (first, second) = (await outbox.StartAsync(channel), await outbox.StartAsync(channel));
        var messages = Enumerable.Range(0, 600).Select(n => outbox.Message($"{n}")).ToList();

        await Task.WhenAll(messages.Chunk(50).Select((chunk, n) => OutboxApp.SaveAsync(n % 2 == 0 ? first : second, session =>
        {
            foreach (var message in chunk) session.Enqueue(message);
        })));

        await outbox.UntilAsync(Waiting, 0L);
        channel.Tries.Select(message => message.Id).ShouldBe(messages.Select(message => message.Id), ignoreOrder: true);
    }

    [Fact]
    public async Task a_message_whose_sender_died_is_sent_by_another_once_its_lease_ends()
    {
        var channel = new TestChannel();
        await using var outbox = await OutboxApp.CreateAsync(app);
        var dead = await outbox.StartAsync(channel: null);
        var message = outbox.Message();
        await OutboxApp.SaveAsync(dead, session => session.Enqueue(message));
        var claims = dead.Services.GetRequiredService<OutboxClaims>();
        var claim = (await claims.ClaimAsync(TestChannel.ChannelName, 10, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();

        await outbox.StartAsync(channel);
        (await claims.ClaimAsync(TestChannel.ChannelName, 10, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        outbox.Time.Advance(TimeSpan.FromSeconds(45));

        await outbox.UntilAsync(Waiting, 0L);
        channel.Tries.ShouldHaveSingleItem().Id.ShouldBe(message.Id);
        await claims.SettleAsync([new Settlement(claim, new Delivery.Retry("late"))], TestContext.Current.CancellationToken);
        (await outbox.QueryAsync<long>(Waiting)).ShouldBe([0L]);
    }

    [Fact]
    public async Task newer_content_replaces_older_also_while_that_is_being_sent()
    {
        var (sending, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var channel = new TestChannel(async (message, cancellation) =>
        {
            sending.TrySetResult();
            if (message.Payload == "\"old\"") await go.Task.WaitAsync(cancellation);
            return new Delivery.Done();
        });
        await using var outbox = await OutboxApp.CreateAsync(app);
        var host = await outbox.StartAsync(channel);
        var old = outbox.Message("old");

        await OutboxApp.SaveAsync(host, session => session.EnqueueLatest(old));
        await sending.Task;
        await OutboxApp.SaveAsync(host, session => session.EnqueueLatest(outbox.Message("new", old.Id)));
        go.SetResult();

        await outbox.UntilAsync(Waiting, 0L);
        channel.Tries.Select(message => message.Payload).ShouldBe(["\"old\"", "\"new\""]);
    }

    [Fact]
    public async Task a_stopping_replica_ends_what_it_sends_and_gives_the_rest_back()
    {
        var (sending, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var channel = new TestChannel(async (_, cancellation) =>
        {
            sending.TrySetResult();
            await go.Task.WaitAsync(cancellation);
            return new Delivery.Done();
        });
        await using var outbox = await OutboxApp.CreateAsync(app);
        var stopping = await outbox.StartAsync(channel);
        await OutboxApp.SaveAsync(stopping, session =>
        {
            for (var n = 0; n < 20; n++) session.Enqueue(outbox.Message($"{n}"));
        });
        await sending.Task;
        await outbox.UntilAsync("select count(*) filter (where ticket > 0) > 4 from outbox", true);

        var stopped = stopping.Services.GetServices<IHostedService>().OfType<OutboxDispatcher>().Single().StopAsync(CancellationToken.None);
        go.SetResult();
        await stopped;

        var begun = channel.Tries.Count;
        begun.ShouldBeLessThan(20);
        (await outbox.QueryAsync<long>("select count(*) from outbox where attempts = 0")).ShouldBe([20L - begun]);
        var other = new TestChannel();
        await outbox.StartAsync(other);
        await outbox.UntilAsync(Waiting, 0L);
        other.Tries.Count.ShouldBe(20 - begun);
    }
}
