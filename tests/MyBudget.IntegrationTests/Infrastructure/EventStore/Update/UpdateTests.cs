using System.Net;
using Alba;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Infrastructure.EventStore.Maintenance;
using MyBudget.IntegrationTests.Features.Imports;
using MyBudget.IntegrationTests.Infrastructure.EventStore.Subscriptions;

namespace MyBudget.IntegrationTests.Infrastructure.EventStore.Update;

/// <summary>A server is updated by starting the new release on the database of the one before.</summary>
public sealed class UpdateTests(AppFixture app)
{
    private const string Inbox = "/api/v1/notifications";

    private const string Statement =
        """
        Date,Description,Amount,Currency
        2026-11-02,Page and Paper Books,-18.50,EUR
        2026-11-08,Trattoria Roma,-46.00,EUR
        2026-11-12,City Trains,-29.90,EUR
        2026-11-19,Streambox,-9.99,EUR
        """;

    private static readonly (string, string)[] Off = [("Daemon:Enabled", "false")];

    [Fact]
    public async Task what_was_asked_before_is_answered_the_same()
    {
        await using var server = await LoadAsync();
        var former = await FormerRelease.ReadAsync();
        var host = await server.StartAsync(Off);
        var owner = await former.SignInAsync(host, former.Owner);

        (await owner.GetAsync("/health/ready")).ShouldBe(HttpStatusCode.OK);
        former.Answers.Count.ShouldBeGreaterThan(20);
        // A notice's data are kept, and its words made anew: they write days otherwise since, and say entry for transaction.
        string[] words = ["title", "body"];
        foreach (var (path, answer) in former.Answers)
            (await owner.GetAsync(path)).ShouldBe(HttpStatusCode.OK).Body.ShouldContainJson(answer, path.Contains("/notifications", StringComparison.Ordinal) ? words : []);
        await host.Services.GetRequiredService<IDocumentStore>().Storage.Database
            .AssertDatabaseMatchesConfigurationAsync(TestContext.Current.CancellationToken);
        (await server.ScalarAsync<long>("select count(*) from pg_indexes where indexname in ('transaction_by_bank_amount', 'transaction_by_text')")).ShouldBe(2);
        (await server.ScalarAsync<long>("select count(*) from mt_doc_transaction where search_text is null or created_at is null")).ShouldBe(0);
        (await owner.GetAsync("transactions?q=STREÀMBOX")).Items.ShouldNotBeEmpty();
        (await TotalsAsync(host)).ShouldBe((true, "1 ledgers compared, 0 with drift"));
    }

    [Fact]
    public async Task its_ledgers_are_written_as_any()
    {
        await using var server = await LoadAsync();
        var former = await FormerRelease.ReadAsync();
        var host = await server.StartAsync(Off);
        var (owner, editor) = (await former.SignInAsync(host, former.Owner), await former.SignInAsync(host, former.Editor));
        var before = await owner.BalanceAsync(former.Account);
        var today = (await owner.GetAsync($"accounts/{former.Account}?on=2026-11-28")).Body.GetProperty("balance").GetInt64();

        var entry = new { id = Guid.CreateVersion7(), accountId = former.Account, date = "2026-11-22", amount = -700 };
        (await editor.RecordAsync(entry)).GetProperty("id").GetGuid().ShouldBe(entry.id);
        (await editor.PostAsync("transactions", entry)).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Created);
        (await owner.BalanceAsync(former.Account)).ShouldBe(before - 700);
        var renamed = await owner.PatchAsync($"accounts/{former.Account}", new { name = "Renamed" });
        renamed.ShouldBe(HttpStatusCode.OK).Body.GetProperty("name").GetString().ShouldBe("Renamed");

        var again = (await owner.ImportAsync(Statement, former.Account)).ShouldCount(imported: 0, duplicates: 4, rejected: 0).Body.GetProperty("id").GetGuid();
        (await owner.DeleteAsync($"imports/{former.Import}")).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NoContent);
        (await owner.BalanceAsync(former.Account)).ShouldBe(before - 700);
        (await owner.DeleteAsync($"imports/{again}")).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NoContent);
        (await owner.BalanceAsync(former.Account)).ShouldBe(before - 700 + 1850 + 4600 + 2990 + 999);

        (await owner.GetAsync($"accounts/{former.Account}?on=2026-11-28")).Body.GetProperty("balance").GetInt64()
            .ShouldBe(today - 700 + 1850 + 4600 + 2990 + 999);
        (await server.ScalarAsync<bool>("select bool_and(counted = revision) from ledger_heads")).ShouldBeTrue();
        (await owner.RevisionAsync()).ShouldBeGreaterThan(former.Answers[owner.Path].GetProperty("revision").GetInt64());
        (await TotalsAsync(host)).ShouldBe((true, "1 ledgers compared, 0 with drift"));
    }

    [Fact]
    public async Task what_nobody_was_told_is_told_once()
    {
        await using var server = await LoadAsync();
        var former = await FormerRelease.ReadAsync();
        var known = former.Answers[Inbox].GetProperty("items").GetArrayLength();

        foreach (var _ in new[] { 1, 2 })
        {
            var host = await server.StartAsync(("Daemon:WatchInterval", "00:00:00.05"));
            await server.UntilAsync("select count(distinct last_seq_id) from mt_event_progression where name in ('ledgers:All', 'ledger_news')", 1L);
            await server.UntilAsync("select count(*) from mt_event_progression where name = 'ledger_news'", 1L);
            await server.CaughtUpAsync();
            (await (await former.SignInAsync(host, former.Owner)).GetAsync(Inbox)).Items.Length.ShouldBe(known + 1);
        }

        server.Seen.RevisionsOf(former.Ledger).ShouldBe([former.Answers[$"/api/v1/ledgers/{former.Ledger}"].GetProperty("revision").GetInt64()]);
    }

    private async Task<DaemonApp> LoadAsync()
    {
        var server = await DaemonApp.CreateAsync(app, FormerRelease.Time());
        await FormerRelease.LoadAsync(server.ConnectionString);
        return server;
    }

    private static async Task<(bool IsClean, string Report)> TotalsAsync(IAlbaHost host)
    {
        await using var output = new StringWriter();
        var isClean = await TotalsCommand.RunAsync(host.Services, TotalsAction.Check, only: null, output, TestContext.Current.CancellationToken);
        return (isClean, output.ToString().Trim());
    }
}
