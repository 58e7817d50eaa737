using Marten;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Infrastructure.Operations.Retention;
using MyBudget.Infrastructure.Security;
using MyBudget.IntegrationTests.Infrastructure.EventStore.Subscriptions;
using Npgsql;

namespace MyBudget.IntegrationTests.Infrastructure.Operations;

public sealed class RetentionTests(AppFixture app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task what_was_kept_long_enough_goes_and_the_rest_stays()
    {
        await using var database = await DaemonApp.CreateAsync(app);
        var host = await database.StartAsync();
        await database.ScalarAsync<long>(
            """
            with attempts as (insert into identity_attempts values ('old', 1, now() - interval '1 second'), ('new', 1, now() + interval '1 hour') returning 1),
            messages as (insert into outbox (id, channel, payload, created_at, due_at, expires_at, attempts, ticket, parked_at)
                select gen_random_uuid(), 'nobody', '{"code": 1}', now(), due, expires, 1, 0, parked from (values
                    (now() - interval '1 hour', now() - interval '1 hour', null),
                    (now() + interval '1 hour', now() + interval '1 hour', null),
                    (now(), now() - interval '1 hour', now() - interval '1 day'),
                    (now(), now() - interval '1 hour', now() - interval '31 days')) as message (due, expires, parked) returning 1)
            select count(*) from attempts
            """);

        var gone = await Job(host).RunAsync(Cancellation);

        gone.ShouldNotBeNull()["Attempts"].ShouldBe(1);
        (gone["ExpiredMessages"], gone["ParkedMessages"]).ShouldBe((1, 1));
        (await database.ScalarAsync<string>("select string_agg(key, ',') from identity_attempts")).ShouldBe("new");
        (await database.ScalarAsync<long>("select count(*) from outbox where parked_at is not null and payload = '{}'")).ShouldBe(1);
        (await database.ScalarAsync<long>("select count(*) from outbox where payload <> '{}'")).ShouldBe(1);
        (await Job(host).RunAsync(Cancellation)).ShouldNotBeNull().Values.ShouldAllBe(rows => rows == 0);
    }

    [Fact]
    public async Task more_than_one_statement_takes_goes_in_parts()
    {
        await using var database = await DaemonApp.CreateAsync(app);
        var host = await database.StartAsync();
        var many = (2 * RetentionJob.AtOnce) + 1;
        await database.ScalarAsync<long>(
            $"with rows as (insert into identity_attempts select n::text, 1, now() - interval '1 hour' from generate_series(1, {many}) n returning 1) select count(*) from rows");

        (await Job(host).RunAsync(Cancellation)).ShouldNotBeNull()["Attempts"].ShouldBe(many);
    }

    [Fact]
    public async Task one_replica_at_a_time_does_it()
    {
        await using var database = await DaemonApp.CreateAsync(app);
        var (one, other) = (await database.StartAsync(), await database.StartAsync());
        await using var somebody = new NpgsqlConnection(database.ConnectionString);
        await somebody.OpenAsync(Cancellation);
        await database.ScalarAsync<long>("with rows as (insert into identity_attempts values ('old', 1, now() - interval '1 hour') returning 1) select count(*) from rows");
        await using var holding = await somebody.BeginTransactionAsync(Cancellation);
        await using (var hold = new NpgsqlCommand("select from identity_attempts for update", somebody, holding)) await hold.ExecuteNonQueryAsync(Cancellation);
        await using (var table = new NpgsqlCommand("lock table mt_doc_mail_code in exclusive mode", somebody, holding)) await table.ExecuteNonQueryAsync(Cancellation);

        var first = Job(one).RunAsync(Cancellation);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await database.ScalarAsync<long>("select count(*) from pg_locks where relation = 'mt_doc_mail_code'::regclass and not granted") == 0)
            patience.Token.ThrowIfCancellationRequested();
        (await Job(other).RunAsync(Cancellation)).ShouldBeNull();
        await holding.RollbackAsync(Cancellation);

        (await first).ShouldNotBeNull();
        (await Job(other).RunAsync(Cancellation)).ShouldNotBeNull()["Attempts"].ShouldBe(1);
    }

    [Fact]
    public async Task the_operator_says_how_long()
    {
        await using var database = await DaemonApp.CreateAsync(app);
        var host = await database.StartAsync(("Retention:Keep:EndedSessions", "2.00:00:00"));
        var now = DateTimeOffset.UtcNow;
        var old = new SignInSession(Guid.CreateVersion7(now), Guid.CreateVersion7(now), null, now, now, now.AddDays(60), EndedAt: now.AddDays(-3), EndedBy: "logout");
        await using var documents = host.Services.GetRequiredService<IDocumentStore>().LightweightSession("outside");
        documents.Store(old, old with { Id = Guid.CreateVersion7(now), EndedAt = now.AddDays(-1) });
        await documents.SaveChangesAsync(Cancellation);

        (await Job(host).RunAsync(Cancellation)).ShouldNotBeNull()["EndedSessions"].ShouldBe(1);
    }

    [Fact]
    public async Task every_rule_is_written_down_for_the_operator()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "MyBudget.sln"))) folder = folder.Parent;
        var page = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "docs", "operations", "data-retention.md"), Cancellation);
        var rules = app.Host.Services.GetServices<RetentionRule>().Select(rule => rule.Name).ToList();

        rules.ShouldNotBeEmpty();
        rules.ShouldBeUnique();
        rules.Where(rule => !page.Contains($"| `{rule}` |", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static RetentionJob Job(Alba.IAlbaHost host) => host.Services.GetRequiredService<RetentionJob>();
}
