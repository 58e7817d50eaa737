using System.Globalization;
using System.Net;
using System.Text.Json;
using MyBudget.Domain.Budgets;
using MyBudget.Tests.Domain.Budgets;

namespace MyBudget.IntegrationTests.Features.Budgets;

public sealed class BudgetConformanceTests(AppFixture app)
{
    public static TheoryData<string> Names => [.. BudgetCase.All().Select(example => example.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task a_worked_example_comes_out_when_the_budget_is_there_first(string name)
    {
        var example = await PrepareAsync(name);
        var budget = await example.CreateBudgetAsync();
        await example.RecordAsync();

        await example.ShouldStandAsPublishedAsync(budget);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task a_worked_example_comes_out_when_the_budget_comes_last(string name)
    {
        var example = await PrepareAsync(name);
        await example.RecordAsync();
        var budget = await example.CreateBudgetAsync();

        await example.ShouldStandAsPublishedAsync(budget);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task a_worked_example_comes_out_after_detours(string name)
    {
        var example = await PrepareAsync(name);
        var budget = await example.CreateBudgetAsync();
        await example.RecordAsync(withDetours: true);

        await example.ShouldStandAsPublishedAsync(budget);
    }

    private async Task<Prepared> PrepareAsync(string name)
    {
        var example = BudgetCase.All().Single(candidate => candidate.Name == name);
        var ledger = await app.CreateLedgerAsync();
        var accounts = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var account in example.Accounts)
            accounts[account.Key] = await ledger.OpenAccountAsync(account.Key, account.Currency.Code, onBudget: account.OnBudget);
        var categories = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var category in example.Categories)
            categories[category.Key] = await ledger.CreateCategoryAsync(category.Key, category.Kind.ToString().ToLowerInvariant());
        return new Prepared(ledger, example, accounts, categories);
    }

    private sealed record Prepared(
        LedgerClient Ledger, BudgetCase Case, Dictionary<string, Guid> Accounts, Dictionary<string, Guid> Categories)
    {
        public async Task<Guid> CreateBudgetAsync()
        {
            var budget = Case.Budget;
            var created = await Ledger.PostAsync("budgets", new
            {
                name = budget.Name,
                amount = budget.Amount,
                currency = budget.Currency.Code,
                period = budget.Period.ToString().ToLowerInvariant(),
                every = budget.Every,
                startsOn = budget.StartsOn,
                endsOn = budget.EndsOn,
                categoryIds = budget.Categories.Select(key => Categories[key]),
                accountIds = budget.Accounts.Select(key => Accounts[key]),
                rollover = budget.Rollover.ToString().ToLowerInvariant(),
                thresholds = budget.Thresholds,
            });
            var id = created.ShouldBe(HttpStatusCode.Created).Id;
            foreach (var change in Case.Changes ?? [])
            {
                (await Ledger.PatchAsync($"budgets/{id}", new { amount = change.Amount, effectiveOn = change.EffectiveOn, onlyPeriod = change.OnlyPeriod }))
                    .ShouldBe(HttpStatusCode.OK);
            }

            return id;
        }

        public async Task RecordAsync(bool withDetours = false)
        {
            foreach (var entry in Case.Transactions)
            {
                var body = Body(entry);
                if (withDetours) await RecordByDetoursAsync(entry, body);
                else
                {
                    var recorded = await Ledger.RecordAsync(body);
                    if (entry.Deleted) (await Ledger.DeleteAsync(PathOf(recorded))).ShouldBe(HttpStatusCode.NoContent);
                }
            }
        }

        public async Task ShouldStandAsPublishedAsync(Guid budget)
        {
            foreach (var expected in Case.Expect)
            {
                var on = expected.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                var status = (await Ledger.GetAsync($"budgets/{budget}/status?on={on}")).ShouldBe(HttpStatusCode.OK);

                status.Text.ShouldBe(JsonSerializer.Serialize(
                    new
                    {
                        budgetId = budget,
                        on = expected.On,
                        periodStart = expected.PeriodStart,
                        periodEnd = expected.PeriodEnd,
                        carriedOver = expected.CarriedOver,
                        available = expected.Available,
                        spent = expected.Spent,
                        remaining = expected.Remaining,
                        percentUsed = expected.PercentUsed,
                        state = Name(expected.State),
                        daysLeft = expected.DaysLeft,
                        dailyAllowance = expected.DailyAllowance,
                        leftToday = expected.LeftToday,
                        unconverted = expected.Unconverted,
                    },
                    ApiClient.Json));
                var all = (await Ledger.GetAsync($"budgets/status?on={on}")).ShouldBe(HttpStatusCode.OK);
                all.Items.Single().GetRawText().ShouldBe(status.Text);
            }
        }

        /// <summary>Recorded as something else, deleted, restored and then put right.</summary>
        private async Task RecordByDetoursAsync(BudgetCase.CaseTransaction entry, Dictionary<string, object?> body)
        {
            var recorded = await Ledger.RecordAsync(new { accountId = Accounts.Values.Last(), date = Case.Budget.StartsOn, amount = -777 });
            var path = PathOf(recorded);
            (await Ledger.DeleteAsync(path)).ShouldBe(HttpStatusCode.NoContent);
            (await Ledger.PostAsync($"{path}/restoration")).ShouldBe(HttpStatusCode.OK);
            (await Ledger.PatchAsync(path, body)).ShouldBe(HttpStatusCode.OK);
            if (entry.Deleted) (await Ledger.DeleteAsync(path)).ShouldBe(HttpStatusCode.NoContent);
        }

        private Dictionary<string, object?> Body(BudgetCase.CaseTransaction entry)
        {
            var body = new Dictionary<string, object?>
            {
                ["accountId"] = Accounts[entry.Account],
                ["date"] = entry.Date,
                ["amount"] = entry.Amount,
                ["status"] = entry.Status ?? "cleared",
            };
            if (entry.Category is not null) body["categoryId"] = Categories[entry.Category];
            if (entry.TransferTo is not null) body["transfer"] = new { accountId = Accounts[entry.TransferTo], amount = -entry.Amount };
            if (entry.Splits is { Count: > 0 } splits)
                body["splits"] = splits.Select(split => new
                {
                    amount = split.Amount,
                    categoryId = split.Category is null ? (Guid?)null : Categories[split.Category],
                });
            return body;
        }

        private static string PathOf(JsonElement recorded) => $"transactions/{recorded.GetProperty("id").GetGuid()}";

        private static string Name(BudgetState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
    }
}
