using System.Net;
using CsCheck;
using MyBudget.IntegrationTests.Features.Imports;

namespace MyBudget.IntegrationTests.Features.Budgets.Subscribers;

/// <summary>Every committed state is looked at: then the levels that were told are exactly those that were reached in one of them.</summary>
public sealed class ReachedLevelsTests(AlertsApp alerts) : IClassFixture<AlertsApp>
{
    private static readonly Gen<(int Kind, int Pick, int Euros)[]> Steps =
        Gen.Select(Gen.Int[0, 11], Gen.Int[0, 1_000], Gen.Int[-40, 120]).Array[4, 12];

    [Fact]
    public Task are_told_once_each_and_no_others_whatever_is_done() => Steps.SampleAsync(
        async steps =>
        {
            var household = await StartAsync();
            var expected = new HashSet<(Guid, DateOnly, int)>();
            foreach (var (kind, pick, euros) in steps)
            {
                await household.TakeAsync(kind, pick, euros);
                (await alerts.AnnouncedAsync(household.Ledger)).ShouldBeUnique();
                expected.UnionWith(await household.ReachedAsync());
                (await alerts.PassedAsync(household.Ledger)).ShouldBe(expected, ignoreOrder: true);
            }
        },
        iter: 6, threads: 1);

    private async Task<Household> StartAsync()
    {
        var ledger = await alerts.CreateLedgerAsync();
        var (account, food, tea) = (await ledger.OpenAccountAsync(), await ledger.CreateCategoryAsync("Meals"), await ledger.CreateCategoryAsync("Tea"));
        Guid[] budgets =
        [
            (await ledger.PostAsync("budgets", BudgetTests.Body(("name", "All"), ("thresholds", (int[])[30, 60, 100])))).Id,
            (await ledger.PostAsync("budgets", BudgetTests.Body(("name", "Meals"), ("categoryIds", (Guid[])[food]), ("thresholds", (int[])[50, 90])))).Id,
        ];
        return new Household(ledger, account, [food, tea], budgets);
    }

    private sealed record Household(LedgerClient Ledger, Guid Account, List<Guid> Categories, Guid[] Budgets)
    {
        private readonly List<Guid> _entries = [];
        private readonly List<Guid> _deleted = [];
        private readonly List<Guid> _imports = [];

        public async Task TakeAsync(int kind, int pick, int euros)
        {
            var (day, amount) = (pick % 3 == 0 ? "2026-02-20" : "2026-03-20", -100L * euros);
            switch (kind)
            {
                case 0 or 1 or 2:
                    var category = pick % 4 == 0 ? (Guid?)null : Categories[pick % Categories.Count];
                    _entries.Add((await Ledger.RecordAsync(new { accountId = Account, date = day, amount, categoryId = category })).GetProperty("id").GetGuid());
                    break;
                case 3 when _entries.Count > 0:
                    (await Ledger.PatchAsync($"transactions/{Any(_entries, pick)}", new { amount })).ShouldBe(HttpStatusCode.OK);
                    break;
                case 4 when _entries.Count > 0:
                    (await Ledger.PatchAsync($"transactions/{Any(_entries, pick)}", new { date = day, categoryId = Any(Categories, pick) })).ShouldBe(HttpStatusCode.OK);
                    break;
                case 5 when _entries.Count > 0:
                    Move(Any(_entries, pick), _entries, _deleted);
                    (await Ledger.DeleteAsync($"transactions/{_deleted[^1]}")).ShouldBe(HttpStatusCode.NoContent);
                    break;
                case 6 when _deleted.Count > 0:
                    Move(Any(_deleted, pick), _deleted, _entries);
                    (await Ledger.PostAsync($"transactions/{_entries[^1]}/restoration")).ShouldBe(HttpStatusCode.OK);
                    break;
                case 7:
                    (await Ledger.PatchAsync($"budgets/{Any(Budgets, pick)}", new { thresholds = (int[])[pick % 40 + 1, pick % 90 + 30, 120] })).ShouldBe(HttpStatusCode.OK);
                    break;
                case 8:
                    (await Ledger.PatchAsync($"budgets/{Any(Budgets, pick)}", new { amount = 5_000 + 100 * (pick % 90), rollover = pick % 2 == 0 ? "both" : "none" }))
                        .ShouldBe(HttpStatusCode.OK);
                    break;
                case 9:
                    var file = $"Date,Amount,Payee\n{day},{-euros}.00,Shop {pick}\n2026-03-02,-{pick % 50}.50,Kiosk {euros}\n";
                    _imports.Add((await Ledger.ImportAsync(file, Account)).ShouldBe(HttpStatusCode.Created).Id);
                    break;
                case 10 when _imports.Count > 0:
                    var import = Any(_imports, pick);
                    _imports.Remove(import);
                    (await Ledger.DeleteAsync($"imports/{import}")).ShouldBe(HttpStatusCode.NoContent);
                    break;
                case 11 when Categories.Count > 1:
                    (await Ledger.PostAsync($"categories/{Categories[1]}/merger", new { into = Categories[0] })).ShouldBe(HttpStatusCode.OK);
                    Categories.RemoveAt(1);
                    break;
            }
        }

        /// <summary>The levels that hold now, in the periods that are watched, as the API tells how budgets stand.</summary>
        public async Task<IReadOnlyList<(Guid Budget, DateOnly PeriodStart, int Level)>> ReachedAsync()
        {
            var reached = new List<(Guid, DateOnly, int)>();
            foreach (var budget in Budgets)
            {
                var thresholds = (await Ledger.GetAsync($"budgets/{budget}")).Body.GetProperty("thresholds").EnumerateArray().Select(item => item.GetInt32()).ToList();
                foreach (var month in new[] { 2, 3 })
                {
                    var status = (await Ledger.GetAsync($"budgets/{budget}/status?on=2026-0{month}-15")).ShouldBe(HttpStatusCode.OK).Body;
                    var holds = thresholds.Where(threshold => status.GetProperty("percentUsed").GetInt64() >= threshold)
                        .Concat(status.GetProperty("remaining").GetInt64() < 0 ? [0] : []);
                    reached.AddRange(holds.Select(level => (budget, new DateOnly(2026, month, 1), level)));
                }
            }

            return reached;
        }

        private static Guid Any(IReadOnlyList<Guid> ids, int pick) => ids[pick % ids.Count];

        private static void Move(Guid id, List<Guid> from, List<Guid> to)
        {
            from.Remove(id);
            to.Add(id);
        }
    }
}
