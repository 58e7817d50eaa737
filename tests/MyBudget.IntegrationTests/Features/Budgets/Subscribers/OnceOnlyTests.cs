using System.Net;
using CsCheck;

namespace MyBudget.IntegrationTests.Features.Budgets.Subscribers;

/// <summary>Whatever the daemon goes through, a level is announced once.</summary>
public sealed class OnceOnlyTests(AlertsApp alerts) : IClassFixture<AlertsApp>
{
    private static readonly Gen<(int Kind, int Pick, int Euros)[]> Steps =
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 1_000], Gen.Int[-40, 120]).Array[5, 40];

    [Fact]
    public async Task also_when_everything_is_handled_again_from_the_beginning()
    {
        var ledger = await alerts.CreateLedgerAsync();
        await ledger.PostAsync("budgets", BudgetTests.Body(("thresholds", (int[])[50, 80])));
        await BudgetAlertTests.SpendAsync(ledger, await ledger.OpenAccountAsync(), 85);
        (await alerts.AnnouncedAsync(ledger)).ShouldBe(["Home 2026-03 80"]);

        await alerts.Other.DisposeAsync();
        await alerts.Host.DisposeAsync();
        await alerts.ExecuteAsync(
            """
            insert into ledger_news (ledger_id, first_seq, last_seq, since)
            select tenant_id::uuid, min(seq_id), max(seq_id), now() from mt_events group by tenant_id
            """);
        await alerts.StartReplicasAsync();

        (await alerts.AnnouncedAsync(ledger)).ShouldBe(["Home 2026-03 80"]);
    }

    [Fact]
    public async Task an_erased_budget_or_ledger_leaves_nothing_behind()
    {
        var ledger = await alerts.CreateLedgerAsync();
        var account = await ledger.OpenAccountAsync();
        var budget = (await ledger.PostAsync("budgets", BudgetTests.Body(("thresholds", (int[])[50])))).Id;
        await BudgetAlertTests.SpendAsync(ledger, account, 60);
        await alerts.AnnouncedAsync(ledger);
        (await alerts.PassedAsync(ledger)).Count.ShouldBe(1);

        (await ledger.DeleteAsync($"budgets/{budget}")).ShouldBe(HttpStatusCode.NoContent);
        await alerts.AnnouncedAsync(ledger);
        (await alerts.PassedAsync(ledger)).ShouldBeEmpty();

        await ledger.PostAsync("budgets", BudgetTests.Body(("name", "New"), ("thresholds", (int[])[50])));
        await alerts.AnnouncedAsync(ledger);
        (await alerts.PassedAsync(ledger)).Count.ShouldBe(1);
        await alerts.Host.EraseLedgerAsync(ledger);
        (await alerts.PassedAsync(ledger)).ShouldBeEmpty();
    }

    [Fact]
    public Task after_any_changes_what_holds_is_marked_and_nothing_was_said_twice() => Steps.SampleAsync(
        async steps =>
        {
            var ledger = await alerts.CreateLedgerAsync();
            var account = await ledger.OpenAccountAsync();
            var budget = (await ledger.PostAsync("budgets", BudgetTests.Body(("thresholds", (int[])[30, 60, 100])))).Id;
            var (entries, deleted) = (new List<Guid>(), new List<Guid>());
            foreach (var (kind, pick, euros) in steps) await TakeAsync(ledger, account, budget, entries, deleted, kind, pick, euros);

            var announced = await alerts.AnnouncedAsync(ledger);
            announced.ShouldBeUnique();
            var status = (await ledger.GetAsync($"budgets/{budget}/status?on=2026-03-15")).Body;
            int[] thresholds = [.. (await ledger.GetAsync($"budgets/{budget}")).Body.GetProperty("thresholds").EnumerateArray().Select(item => item.GetInt32())];
            var holds = thresholds.Where(threshold => status.GetProperty("percentUsed").GetInt64() >= threshold)
                .Concat(status.GetProperty("remaining").GetInt64() < 0 ? [0] : []);
            (await alerts.PassedAsync(ledger)).Where(passed => passed.PeriodStart == new DateOnly(2026, 3, 1))
                .Select(passed => passed.Level).ToHashSet().IsSupersetOf(holds).ShouldBeTrue();
        },
        iter: 10, threads: 1);

    private static async Task TakeAsync(
        LedgerClient ledger, Guid account, Guid budget, List<Guid> entries, List<Guid> deleted, int kind, int pick, int euros)
    {
        switch (kind)
        {
            case 0 or 1:
                entries.Add(await BudgetAlertTests.SpendAsync(ledger, account, euros, pick % 3 == 0 ? "2026-02-20" : "2026-03-20"));
                break;
            case 2 when entries.Count > 0:
                (await ledger.PatchAsync($"transactions/{entries[pick % entries.Count]}", new { amount = -100L * euros })).ShouldBe(HttpStatusCode.OK);
                break;
            case 3 when entries.Count > 0:
                deleted.Add(entries[pick % entries.Count]);
                (await ledger.DeleteAsync($"transactions/{deleted[^1]}")).ShouldBe(HttpStatusCode.NoContent);
                entries.Remove(deleted[^1]);
                break;
            case 4 when deleted.Count > 0:
                entries.Add(deleted[pick % deleted.Count]);
                (await ledger.PostAsync($"transactions/{entries[^1]}/restoration")).ShouldBe(HttpStatusCode.OK);
                deleted.Remove(entries[^1]);
                break;
            case 5:
                (await ledger.PatchAsync($"budgets/{budget}", new { thresholds = (int[])[pick % 40 + 1, pick % 90 + 30, 120] })).ShouldBe(HttpStatusCode.OK);
                break;
            case 6:
                (await ledger.PatchAsync($"budgets/{budget}", new { amount = 5_000 + 100 * (pick % 90), rollover = pick % 2 == 0 ? "both" : "none" }))
                    .ShouldBe(HttpStatusCode.OK);
                break;
        }
    }
}
