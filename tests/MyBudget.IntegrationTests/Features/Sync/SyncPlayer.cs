using System.Globalization;
using System.Net;
using System.Text.Json;
using MyBudget.Domain;
using MyBudget.IntegrationTests.Features.Imports;
using MyBudget.IntegrationTests.Features.Transactions;

namespace MyBudget.IntegrationTests.Features.Sync;

/// <summary>Writes of every kind to one ledger, as the steps have it. Some are refused, which is fine: then nothing has changed.</summary>
internal sealed class SyncPlayer(LedgerClient ledger)
{
    private readonly List<Guid> _accounts = [], _categories = [], _transactions = [], _budgets = [], _imports = [], _revisions = [];
    private readonly List<LedgerClient> _members = [];
    private int _names;

    public async Task StartAsync()
    {
        foreach (var name in new[] { "Bank", "Cash" }) _accounts.Add(await ledger.OpenAccountAsync(name));
        _categories.Add(await ledger.CreateCategoryAsync("Tea"));
        _members.Add(await ledger.InviteAsync(LedgerRole.Editor));
    }

    /// <summary>The kinds of steps that changed something.</summary>
    public HashSet<int> Done { get; } = [];

    public async Task PlayAsync(Step step)
    {
        var answer = await Do(step);
        ((int)answer.Status).ShouldBeLessThan(500, answer.Text);
        if (answer.Status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent) Done.Add(step.Kind);
    }

    private Task<ApiResponse> Do(Step step) => step.Kind switch
    {
        0 => CreateAsync("accounts", _accounts, new { name = Name(), type = "cash", currency = "EUR", openingBalance = step.Amount, openedOn = Day(step.Day) }),
        1 => ledger.PatchAsync($"accounts/{One(_accounts, step)}", new { name = Name(), openingBalance = step.Amount }),
        2 => step.Other % 2 == 0 ? ledger.PostAsync($"accounts/{One(_accounts, step)}/closure") : ledger.DeleteAsync($"accounts/{One(_accounts, step)}/closure"),
        3 => CreateAsync("categories", _categories, new { name = Name(), group = "Food", kind = "expense" }),
        4 => ledger.PatchAsync($"categories/{One(_categories, step)}", new { name = Name(), archived = step.Other % 2 == 0 }),
        5 => step.Other % 2 == 0
            ? ledger.DeleteAsync($"categories/{One(_categories, step)}")
            : ledger.PostAsync($"categories/{One(_categories, step)}/merger", new { into = _categories[^1] }),
        <= 8 => CreateAsync("transactions", _transactions, Entry(step)),
        9 => ledger.PostAsync("transactions/batch", new { transactions = Enumerable.Range(0, 9).Select(n => Entry(step with { Other = step.Other + n })) }),
        10 => ledger.PatchAsync($"transactions/{One(_transactions, step)}", new { amount = step.Amount, note = Name() }),
        11 => ledger.DeleteAsync($"transactions/{One(_transactions, step)}"),
        12 => ledger.PostAsync($"transactions/{One(_transactions, step)}/restoration"),
        13 => CreateAsync("budgets", _budgets, new { name = Name(), amount = 100, currency = "EUR", period = "month", startsOn = "2026-01-01", rollover = "none", categoryIds = new[] { _categories[^1] } }),
        14 => step.Other % 3 == 0 ? ledger.DeleteAsync($"budgets/{One(_budgets, step)}") : ledger.PatchAsync($"budgets/{One(_budgets, step)}", new { amount = Math.Abs(step.Amount) }),
        15 => ImportAsync(step),
        16 => ledger.DeleteAsync($"imports/{One(_imports, step)}"),
        17 => ReconcileAsync(One(_accounts, step), step),
        18 => BulkAsync(step),
        19 => ledger.PatchAsync(ledger.Path, new { name = Name() }),
        20 => MemberAsync(step),
        _ => One(_members, step, ledger).PatchAsync("/api/v1/me", new { displayName = Name() }),
    };

    private async Task<ApiResponse> CreateAsync(string path, List<Guid> known, object body)
    {
        var created = await ledger.PostAsync(path, body);
        if (created.Status == HttpStatusCode.Created) known.Add(created.Id);
        return created;
    }

    private async Task<ApiResponse> ImportAsync(Step step)
    {
        var file = $"Date,Description,Amount,Currency\n{Day(step.Day)},Bakery {step.One},-{1 + step.Other}.50,EUR\n{Day(step.Day)},Salary,{step.One}.25,EUR\n";
        var imported = await ledger.ImportAsync(file, One(_accounts, step));
        if (imported.Status == HttpStatusCode.Created) _imports.Add(imported.Id);
        return imported;
    }

    private async Task<ApiResponse> ReconcileAsync(Guid account, Step step)
    {
        var last = (await ledger.GetAsync($"accounts/{account}/reconciliations")).Items;
        if (last.Length > 0 && step.Other % 2 == 0) return await ledger.DeleteAsync($"accounts/{account}/reconciliations/{last[0].GetProperty("id")}");
        var balance = (await ledger.GetAsync($"accounts/{account}?on={Day(step.Day)}")).Body.GetProperty("clearedBalance").GetInt64();
        return await ledger.PostAsync($"accounts/{account}/reconciliation", new { on = Day(step.Day), balance });
    }

    private async Task<ApiResponse> BulkAsync(Step step)
    {
        if (_revisions.Count > 0 && step.Other % 3 == 0) return await ledger.DeleteAsync($"transactions/revisions/{One(_revisions, step)}");
        var revised = await ledger.PostAsync("transactions/revisions", new { where = new { ids = _transactions.Take(5) }, change = new { payee = Name() } });
        if (revised.Status is HttpStatusCode.Created && revised.Body.GetProperty("id").ValueKind is JsonValueKind.String) _revisions.Add(revised.Id);
        return revised;
    }

    private async Task<ApiResponse> MemberAsync(Step step)
    {
        var member = One(_members, step, ledger);
        if (step.Other % 3 == 0) return await ledger.PatchAsync($"members/{member.UserId}", new { role = step.One % 2 == 0 ? "viewer" : "editor" });
        if (step.Other % 3 == 1) return await ledger.DeleteAsync($"members/{member.UserId}");
        var app = (await TestContext.Current.GetFixture<AppFixture>()).ShouldNotBeNull();
        if ((await member.GetAsync("members")).Status == HttpStatusCode.NotFound) await Sharing.JoinAsync(app.Host, ledger, member, LedgerRole.Viewer);
        else _members.Add(await ledger.InviteAsync(LedgerRole.Viewer));
        return await ledger.GetAsync("members");
    }

    private object Entry(Step step) => step.Other % 4 == 0
        ? new { accountId = _accounts[0], date = Day(step.Day), amount = -Math.Abs(step.Amount) - 1, transfer = new { accountId = _accounts[1] }, status = "cleared" }
        : new { accountId = One(_accounts, step), date = Day(step.Day), amount = step.Amount, payee = $"Bakery {step.One}", categoryId = _categories[^1], status = "pending" };

    private static string Day(int day) => new DateOnly(2026, 3, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Name() => $"Name {++_names}";

    private static Guid One(List<Guid> of, Step step) => of.Count == 0 ? Guid.CreateVersion7() : of[step.One % of.Count];

    private static LedgerClient One(List<LedgerClient> of, Step step, LedgerClient none) => of.Count == 0 ? none : of[step.One % of.Count];
}
