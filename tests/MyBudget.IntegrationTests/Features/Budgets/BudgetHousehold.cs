using System.Net;
using System.Text.Json;
using MyBudget.Domain;
using MyBudget.Domain.Budgets;
using Npgsql;

namespace MyBudget.IntegrationTests.Features.Budgets;

/// <summary>A ledger that lives through arbitrary steps. What a step cannot do in its state, it leaves.</summary>
internal sealed class BudgetHousehold(LedgerClient ledger)
{
    private static readonly DateOnly Start = new(2025, 12, 31);
    private static readonly string[] Periods = ["week", "month", "quarter", "year", "once"];

    private readonly List<Guid> _accounts = [];
    private readonly bool[] _onBudget = [true, false, true];
    private readonly List<Guid> _expenses = [];
    private readonly List<Guid> _entries = [];
    private readonly List<Guid> _deleted = [];
    private readonly List<Guid> _budgets = [];
    private Guid _income;
    private int _names;

    public static async Task<BudgetHousehold> MoveInAsync(LedgerClient ledger)
    {
        var household = new BudgetHousehold(ledger);
        household._accounts.Add(await ledger.OpenAccountAsync("Bank", onBudget: true));
        household._accounts.Add(await ledger.OpenAccountAsync("Savings", onBudget: false));
        household._accounts.Add(await ledger.OpenAccountAsync("Dollars", "USD", onBudget: true));
        foreach (var name in (string[])["Food", "Fun", "Tea"]) household._expenses.Add(await ledger.CreateCategoryAsync(name));
        household._income = await ledger.CreateCategoryAsync("Pay", "income");
        await household.TakeAsync(new Step(Kind: 7, Pick: 0, Other: 0, Day: 0, Amount: 0));
        return household;
    }

    public async Task TakeAsync(Step step)
    {
        switch (step.Kind)
        {
            case 0 or 1 or 2:
                _entries.Add((await ledger.RecordAsync(Entry(step))).GetProperty("id").GetGuid());
                break;
            case 3 when _entries.Count > 0:
                await OkAsync(ledger.PatchAsync($"transactions/{Pick(_entries, step.Pick)}", Entry(step)));
                break;
            case 4 when _entries.Count > 0:
                var gone = Pick(_entries, step.Pick);
                await OkAsync(ledger.DeleteAsync($"transactions/{gone}"));
                _entries.Remove(gone);
                _deleted.Add(gone);
                break;
            case 5 when _deleted.Count > 0:
                var back = Pick(_deleted, step.Pick);
                await OkAsync(ledger.PostAsync($"transactions/{back}/restoration"));
                _deleted.Remove(back);
                _entries.Add(back);
                break;
            case 6:
                _onBudget[step.Pick % 3] = step.Other % 2 == 0;
                await OkAsync(ledger.PatchAsync($"accounts/{Pick(_accounts, step.Pick)}", new { onBudget = step.Other % 2 == 0 }));
                break;
            case 7 or 8 when _budgets.Count < 6:
                var created = await OkAsync(ledger.PostAsync("budgets", Budget(step, new() { ["amount"] = 1, ["currency"] = "EUR" })));
                _budgets.Add(created.Id);
                break;
            case 9 or 10 when _budgets.Count > 0:
                await OkAsync(ledger.PatchAsync($"budgets/{Pick(_budgets, step.Pick)}", Budget(step, [])));
                break;
            case 11 when _budgets.Count > 0:
                var budget = Pick(_budgets, step.Pick);
                await OkAsync(ledger.DeleteAsync($"budgets/{budget}"));
                _budgets.Remove(budget);
                break;
            case 12 when _expenses.Count > 1:
                var merged = Pick(_expenses, step.Pick);
                _expenses.Remove(merged);
                await OkAsync(ledger.PostAsync($"categories/{merged}/merger", new { into = Pick(_expenses, step.Other) }));
                break;
            case 13:
                var steps = Enumerable.Range(0, 3).Select(i => step with { Other = step.Other + i, Day = step.Day + 9 * i });
                object[] batch = [.. steps.Select(Entry)];
                var recorded = await OkAsync(ledger.PostAsync("transactions/batch", new { transactions = batch }));
                _entries.AddRange(recorded.Items.Select(item => item.GetProperty("id").GetGuid()));
                break;
        }
    }

    /// <summary>The stored rows that are not zero.</summary>
    public async Task<List<Spent>> KeptAsync(string connectionString)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var command = database.CreateCommand(
            "select budget_id, period_start, currency, spent from budget_spending where ledger_id = $1 and spent <> 0");
        command.Parameters.AddWithValue(ledger.LedgerId);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<Spent>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add(new Spent(reader.GetGuid(0), reader.GetFieldValue<DateOnly>(1), reader.GetString(2), reader.GetInt64(3)));
        return rows;
    }

    /// <summary>The same, added up from all that clients see.</summary>
    public async Task<List<Spent>> RecountedAsync()
    {
        var accounts = (await ledger.GetAsync("accounts")).Items.ToDictionary(account => Id(account, "id"));
        var kinds = (await ledger.GetAsync("categories?archived=true")).Items.Concat((await ledger.GetAsync("categories")).Items)
            .DistinctBy(category => Id(category, "id"))
            .ToDictionary(
                category => Id(category, "id"), category => Enum.Parse<CategoryKind>(category.GetProperty("kind").GetString()!, true));
        var lines = (await ledger.GetAsync("transactions?limit=200")).Items.SelectMany(Lines).ToList();
        var spent = new Dictionary<(Guid, DateOnly, string), long>();
        foreach (var budget in (await ledger.GetAsync("budgets")).Items)
        {
            var schedule = new PeriodSchedule(
                Enum.Parse<PeriodKind>(budget.GetProperty("period").GetString()!, true),
                Day(budget.GetProperty("startsOn"))!.Value, Day(budget.GetProperty("endsOn")), budget.GetProperty("every").GetInt32());
            var scope = new BudgetScope(Ids(budget, "categoryIds"), Ids(budget, "accountIds"));
            foreach (var spending in lines.Select(line => scope.SpendingOf(line, schedule)).OfType<BudgetSpending>())
            {
                var key = (Id(budget, "id"), spending.PeriodStart, spending.Currency.Code);
                spent[key] = spent.GetValueOrDefault(key) + spending.Spent;
            }
        }

        return [.. spent.Where(row => row.Value != 0).Select(row => new Spent(row.Key.Item1, row.Key.Item2, row.Key.Item3, row.Value))];

        IEnumerable<BudgetLine> Lines(JsonElement entry)
        {
            return entry.GetProperty("splits").GetArrayLength() == 0
                ? LinesOf(entry, entry)
                : entry.GetProperty("splits").EnumerateArray().SelectMany(split => LinesOf(entry, split));
        }

        IEnumerable<BudgetLine> LinesOf(JsonElement entry, JsonElement part)
        {
            if (!part.TryGetProperty("transfer", out var transfer) || transfer.ValueKind is JsonValueKind.Null) return [Line(entry, entry, part, part)];
            if (part.GetProperty("categoryId").ValueKind is JsonValueKind.Null) return [];
            return [Line(entry, entry, part, part), Line(transfer, transfer.TryGetProperty("date", out _) ? transfer : entry, part, transfer)];
        }

        BudgetLine Line(JsonElement side, JsonElement dated, JsonElement part, JsonElement money)
        {
            var account = accounts[Id(side, "accountId")];
            Guid? category = part.GetProperty("categoryId").ValueKind is JsonValueKind.Null ? null : Id(part, "categoryId");
            return new BudgetLine(
                Day(dated.GetProperty("date"))!.Value, money.GetProperty("amount").GetInt64(),
                Currency.Of(account.GetProperty("currency").GetString()!), category, category is { } id ? kinds[id] : null,
                Id(account, "id"), account.GetProperty("onBudget").GetBoolean());
        }
    }

    private Dictionary<string, object?> Entry(Step step)
    {
        var entry = new Dictionary<string, object?>
        {
            ["accountId"] = _accounts[step.Pick % 3],
            ["date"] = Start.AddDays(step.Day),
            ["amount"] = step.Amount,
            ["categoryId"] = null,
            ["splits"] = null,
            ["transfer"] = null,
        };
        switch (step.Other % 6)
        {
            case 0:
                entry["categoryId"] = _income;
                break;
            case 1:
                object[] splits = [new { amount = step.Amount + 700, categoryId = Pick(_expenses, step.Pick) }, new { amount = -700 }];
                entry["splits"] = splits;
                break;
            case 2 when step.Pick % 3 != 2 && step.Amount != 0:
                entry["transfer"] = new { accountId = _accounts[1 - step.Pick % 3], amount = -step.Amount, date = Start.AddDays(step.Day + step.Other % 40) };
                entry["categoryId"] = _onBudget[0] == _onBudget[1] || step.Day % 3 == 0 ? null : Pick(_expenses, step.Pick);
                break;
            case 5 when step.Pick % 3 != 2 && step.Amount != -700:
                var part = new { accountId = _accounts[1 - step.Pick % 3], date = Start.AddDays(step.Day + step.Other % 40) };
                Guid? category = _onBudget[0] == _onBudget[1] || step.Day % 3 == 0 ? null : Pick(_expenses, step.Pick);
                object[] parts = [new { amount = step.Amount + 700, transfer = part, categoryId = category }, new { amount = -700 }];
                entry["splits"] = parts;
                break;
            case 3 or 4:
                entry["categoryId"] = Pick(_expenses, step.Pick);
                break;
        }

        return entry;
    }

    private Dictionary<string, object?> Budget(Step step, Dictionary<string, object?> budget)
    {
        var start = Start.AddDays(step.Pick % 90);
        budget["name"] = $"Budget {_names++}";
        budget["period"] = Periods[step.Other % 5];
        budget["every"] = step.Other % 5 < 2 ? 1 + (step.Pick % 3) : 1;
        budget["startsOn"] = start;
        budget["endsOn"] = step.Other % 5 == 4 || step.Amount > 2_500 ? start.AddDays(Math.Abs(step.Day)) : null;
        budget["categoryIds"] = _expenses.Where((_, i) => (step.Other >> i) % 3 == 1);
        budget["accountIds"] = _accounts.Where((_, i) => (step.Pick >> i) % 4 == 1);
        return budget;
    }

    private static async Task<ApiResponse> OkAsync(Task<ApiResponse> answer)
    {
        var response = await answer;
        response.Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.NoContent);
        return response;
    }

    private static Guid Pick(List<Guid> ids, int pick) => ids[pick % ids.Count];

    private static Guid Id(JsonElement element, string member) => element.GetProperty(member).GetGuid();

    private static HashSet<Guid> Ids(JsonElement element, string member) =>
        [.. element.GetProperty(member).EnumerateArray().Select(id => id.GetGuid())];

    private static DateOnly? Day(JsonElement element) =>
        element.ValueKind is JsonValueKind.Null ? null : DateOnly.ParseExact(element.GetString()!, "yyyy-MM-dd", null);

    /// <summary>What to do, and the numbers to choose by.</summary>
    internal sealed record Step(int Kind, int Pick, int Other, int Day, long Amount);

    internal sealed record Spent(Guid Budget, DateOnly PeriodStart, string Currency, long Amount);
}
