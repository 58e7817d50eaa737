using System.Net;
using Alba;

namespace MyBudget.IntegrationTests.Infrastructure.Http;

/// <summary>What takes much memory, in a process where only so many are worked on at once. Each waits for a ledger that somebody holds.</summary>
public sealed class TurnTests(AppFixture app)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task who_has_one_under_way_and_who_comes_when_all_turns_are_taken_are_told_to_come_again()
    {
        await using var host = await StartAsync(("Limits:ManyEntriesAtOnce", "2"), ("Limits:ManyEntriesPerUser", "1"), ("Limits:WaitForTurn", "00:00:00"));
        var (one, two, three) = (await LedgerAsync(host), await LedgerAsync(host), await LedgerAsync(host));
        var (first, second, third) = (await MergeAsync(one), await MergeAsync(two), await MergeAsync(three));
        var (another, last) = (await MergeAsync(await one.CreateLedgerAsync()), await MergeAsync(await three.CreateLedgerAsync()));
        await using var held = await HeldLedger.HoldAsync(app.ConnectionString, one.LedgerId);
        await using var other = await HeldLedger.HoldAsync(app.ConnectionString, two.LedgerId);
        var merging = first();
        await held.WaitForAsync(merging);

        (await another()).ShouldBeProblem(HttpStatusCode.TooManyRequests, "http.too-many-requests").Headers.RetryAfter!.Delta.ShouldBe(RetryAfter);
        (await third()).ShouldBe(HttpStatusCode.OK);
        var also = second();
        await other.WaitForAsync(also);
        (await last()).ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "service.unavailable").Headers.RetryAfter!.Delta.ShouldBe(RetryAfter);

        // An export lasts as long as its reader takes, so it is in nobody's way.
        (await three.GetAsync("/api/v1/me/export")).ShouldBe(HttpStatusCode.OK);

        await held.LetGoAsync();
        await other.LetGoAsync();
        (await merging).ShouldBe(HttpStatusCode.OK);
        (await also).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task who_waits_gets_their_turn()
    {
        await using var host = await StartAsync(("Limits:ManyEntriesAtOnce", "1"), ("Limits:WaitForTurn", "00:01:00"));
        var (one, two) = (await LedgerAsync(host), await LedgerAsync(host));
        var (first, second) = (await MergeAsync(one), await MergeAsync(two));
        await using var held = await HeldLedger.HoldAsync(app.ConnectionString, one.LedgerId);
        var merging = first();
        await held.WaitForAsync(merging);

        var waiting = second();
        waiting.IsCompleted.ShouldBeFalse();
        await held.LetGoAsync();

        (await merging).ShouldBe(HttpStatusCode.OK);
        (await waiting).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task small_batches_are_as_many_as_come_and_large_ones_few()
    {
        await using var host = await StartAsync(
            ("Limits:LargestBatchesAtOnce", "1"), ("Limits:BodyBytes", "20000"), ("Limits:WaitForTurn", "00:00:00"));
        var (one, two) = (await LedgerAsync(host), await LedgerAsync(host));
        var (bank, account) = (await one.OpenAccountAsync(), await two.OpenAccountAsync());
        await using var held = await HeldLedger.HoldAsync(app.ConnectionString, one.LedgerId);
        var large = one.PostAsync("transactions/batch", Batch(bank, 10));
        await held.WaitForAsync(large);

        (await two.PostAsync("transactions/batch", Batch(account, 1))).ShouldBe(HttpStatusCode.Created);
        (await two.PostAsync("transactions/batch", Batch(account, 10))).ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "service.unavailable");
        (await two.PostAsync("sync", new { operations = Array.Empty<object>() })).ShouldBe(HttpStatusCode.OK);

        await held.LetGoAsync();
        (await large).ShouldBe(HttpStatusCode.Created);
    }

    /// <summary>A batch of some 1,500 bytes for each entry.</summary>
    private static object Batch(Guid account, int entries) => new
    {
        transactions = Enumerable.Range(1, entries)
            .Select(n => new { accountId = account, date = "2026-03-01", amount = -n, note = new string('x', 1_400) }),
    };

    private Task<IAlbaHost> StartAsync(params (string Name, string Value)[] settings) => app.StartHostAsync(web =>
    {
        foreach (var (name, value) in settings) web.UseSetting(name, value);
    });

    private static async Task<LedgerClient> LedgerAsync(IAlbaHost host) => await (await AppFixture.SignInAsync(host, Guid.CreateVersion7())).CreateLedgerAsync();

    /// <summary>What merges two categories that are there.</summary>
    private static async Task<Func<Task<ApiResponse>>> MergeAsync(LedgerClient ledger)
    {
        var (tea, drinks) = (await ledger.CreateCategoryAsync("Tea"), await ledger.CreateCategoryAsync("Drinks"));
        return () => ledger.PostAsync($"categories/{tea}/merger", new { into = drinks });
    }
}
