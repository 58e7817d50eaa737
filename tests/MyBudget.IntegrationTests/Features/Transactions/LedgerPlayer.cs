using System.Net;
using System.Text.Json.Nodes;

namespace MyBudget.IntegrationTests.Features.Transactions;

/// <summary>A step of a random session: what is done, and numbers to choose by.</summary>
internal readonly record struct Step(int Kind, int One, int Other, int Day, long Amount);

/// <summary>
/// Does each step to the API and to the model, and each request twice: a client that lost the first answer must not change
/// anything by asking again.
/// </summary>
internal sealed class LedgerPlayer(LedgerClient ledger, LedgerModel model)
{
    public Task PlayAsync(Step step) => step.Kind switch
    {
        <= 3 => RecordAsync(step),
        4 => RecordBatchAsync(step),
        <= 7 => ReviseAsync(step),
        8 => DeleteAsync(step),
        9 => RestoreAsync(step),
        10 => MergeAsync(step),
        11 => ReviseAccountAsync(step),
        _ => BudgetAsync(step),
    };

    private async Task RecordAsync(Step step)
    {
        var (id, entry) = (Guid.CreateVersion7(), Entry(step));
        await TwiceAsync(() => ledger.PostAsync("transactions", entry.ToJson(id)), HttpStatusCode.Created, HttpStatusCode.Created);
        model.Entries.Add(id, (entry, false));
    }

    private async Task RecordBatchAsync(Step step)
    {
        var batch = Enumerable.Range(0, 4).Select(n => (Id: Guid.CreateVersion7(), Entry: Entry(step with { One = step.One + n, Day = step.Day + n / 2 }))).ToList();
        var body = new { transactions = batch.Select(item => item.Entry.ToJson(item.Id)).ToArray() };
        await TwiceAsync(() => ledger.PostAsync("transactions/batch", body), HttpStatusCode.Created, HttpStatusCode.Created);
        foreach (var (id, entry) in batch) model.Entries.Add(id, (entry, false));
    }

    private async Task ReviseAsync(Step step)
    {
        if (Choose(step, deleted: false) is not { } id) return;
        var entry = Entry(step);
        await TwiceAsync(() => ledger.PatchAsync($"transactions/{id}", entry.ToJson()), HttpStatusCode.OK, HttpStatusCode.OK);
        model.Entries[id] = (entry, false);
    }

    private async Task DeleteAsync(Step step)
    {
        if (Choose(step, deleted: false) is not { } id) return;
        await TwiceAsync(() => ledger.DeleteAsync($"transactions/{id}"), HttpStatusCode.NoContent, HttpStatusCode.NotFound);
        model.Entries[id] = model.Entries[id] with { Deleted = true };
    }

    private async Task RestoreAsync(Step step)
    {
        if (Choose(step, deleted: true) is not { } id) return;
        await TwiceAsync(() => ledger.PostAsync($"transactions/{id}/restoration"), HttpStatusCode.OK, HttpStatusCode.OK);
        model.Entries[id] = model.Entries[id] with { Deleted = false };
    }

    private async Task MergeAsync(Step step)
    {
        if (model.Categories.Count < 2) return;
        var (from, into) = (Pick(model.Categories, step.One), Pick(model.Categories, step.One + 1));
        await TwiceAsync(() => ledger.PostAsync($"categories/{from}/merger", new { into }), HttpStatusCode.OK, HttpStatusCode.NotFound);
        model.Merge(from, into);
    }

    private async Task ReviseAccountAsync(Step step)
    {
        var account = Pick([.. model.Openings.Keys], step.One);
        await TwiceAsync(() => ledger.PatchAsync($"accounts/{account}", new { openingBalance = step.Amount, onBudget = step.Other % 2 == 0 }), HttpStatusCode.OK, HttpStatusCode.OK);
        model.Openings[account] = step.Amount;
    }

    // The model does not reckon budgets: what they spent is held against a replay of the events.
    private async Task BudgetAsync(Step step)
    {
        var categoryIds = model.Categories.Where((_, index) => (step.Day & (1 << index)) != 0).ToArray();
        if (model.Budgets.Count == 0 || step.Other % 3 == 0)
        {
            var (id, startsOn) = (Guid.CreateVersion7(), step.One % 2 == 0 ? "2024-01-31" : "2024-02-28");
            var budget = new { id, name = $"{id}", amount = 100, currency = "EUR", period = step.One % 3 == 0 ? "week" : "month", startsOn, categoryIds, rollover = "both" };
            await TwiceAsync(() => ledger.PostAsync("budgets", budget), HttpStatusCode.Created, HttpStatusCode.Created);
            model.Budgets.Add(id);
        }
        else if (step.Other % 3 == 1)
        {
            var id = Pick(model.Budgets, step.One);
            await TwiceAsync(() => ledger.PatchAsync($"budgets/{id}", new { categoryIds, name = $"{id} {step.Amount}" }), HttpStatusCode.OK, HttpStatusCode.OK);
        }
        else
        {
            var id = Pick(model.Budgets, step.One);
            await TwiceAsync(() => ledger.DeleteAsync($"budgets/{id}"), HttpStatusCode.NoContent, HttpStatusCode.NotFound);
            model.Budgets.Remove(id);
            model.Gone.Add(id);
        }
    }

    private async Task TwiceAsync(Func<Task<ApiResponse>> request, HttpStatusCode first, HttpStatusCode second)
    {
        var answer = (await request()).ShouldBe(first);
        var revision = await ledger.RevisionAsync();
        var again = (await request()).ShouldBe(second);
        if (first == second && first is not HttpStatusCode.NoContent)
            JsonNode.DeepEquals(JsonNode.Parse(again.Text), JsonNode.Parse(answer.Text)).ShouldBeTrue($"{answer.Text}\n{again.Text}");
        (await ledger.RevisionAsync()).ShouldBe(revision);
    }

    private ModelEntry Entry(Step step)
    {
        List<Guid> accounts = [.. model.Openings.Keys];
        var amount = step.Amount == 0 ? 1 : step.Amount;
        var entry = new ModelEntry(
            Pick(accounts, step.One), Date(step.Day), amount, step.Other % 3 == 0 ? "pending" : "cleared");
        return (step.Other % 6) switch
        {
            0 => entry with { Transfer = new ModelTransfer(Pick(accounts, step.One + 1), -amount) },
            4 => entry with { Transfer = new ModelTransfer(Pick(accounts, step.One + 1), -amount, Date(step.Day + 3), step.Day % 2 == 0 ? "pending" : "cleared") },
            5 => entry with
            {
                Amount = -1000,
                Splits =
                [
                    new ModelSplit(-700, null, new ModelTransfer(Pick(accounts, step.One + 1), 700, Date(step.Day + 2))),
                    new ModelSplit(-500, Category(step.Day)),
                    new ModelSplit(200, null, new ModelTransfer(Pick(accounts, step.One + 1 + step.Day % 2), -200, null, "cleared")),
                ],
            },
            1 => entry with { Splits = [new ModelSplit(amount - 5, Category(step.Day)), new ModelSplit(9, Category(step.One)), new ModelSplit(-4, null)] },
            2 => entry with { CategoryId = Category(step.Day) },
            _ => entry,
        };
    }

    private static string Date(int day) =>
        new DateOnly(2024, 2, 27).AddDays(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private Guid? Category(int n) => Pick(model.Categories, n);

    private Guid? Choose(Step step, bool deleted)
    {
        var ids = model.Entries.Where(item => item.Value.Deleted == deleted).Select(item => item.Key).ToList();
        return ids.Count == 0 ? null : Pick(ids, step.Other);
    }

    private static Guid Pick(List<Guid> ids, int n) => ids[n % ids.Count];
}
