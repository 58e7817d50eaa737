using System.Globalization;
using System.Net;
using CsCheck;
using MyBudget.Infrastructure.EventStore.Maintenance;
using MyBudget.IntegrationTests.Features.Transactions;

namespace MyBudget.IntegrationTests.Features.Accounts;

/// <summary>Whatever is entered, and whatever becomes of the opening balances: balances of any day are those of a recount.</summary>
public sealed class BalanceProperties(AppFixture app)
{
    private static readonly DateOnly Middle = new(2026, 3, 1);

    private static readonly Gen<(Step[] Steps, int[] Days)> Sessions = Gen.Select(
        Gen.Select(
            Gen.Int[0, 9], Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[-70, 70], Gen.Long[-10_000, 10_000],
            (kind, one, other, day, amount) => new Step(kind, one, other, day, amount)).Array[20, 50],
        Gen.Int[-90, 90].Array[6]);

    [Fact]
    public async Task balances_of_any_day_are_those_of_a_recount() => await Sessions.SampleAsync(
        async session =>
        {
            var ledger = await app.CreateLedgerAsync();
            var model = new Model();
            foreach (var (name, opening) in new[] { ("Bank", 1000L), ("Cash", 0L), ("Card", -500L) })
            {
                var opened = await ledger.PostAsync("accounts", new { name, type = "checking", currency = "EUR", openingBalance = opening, openedOn = Text(Middle) });
                model.Accounts.Add(opened.ShouldBe(HttpStatusCode.Created).Body.GetProperty("id").GetGuid(), (opening, Middle));
            }

            foreach (var step in session.Steps) await PlayAsync(ledger, model, step);

            await ShouldBeRecountedAsync(ledger, model, on: null);
            foreach (var day in session.Days) await ShouldBeRecountedAsync(ledger, model, Middle.AddDays(day));
            foreach (var (openedOn, days) in model.Accounts.Values.Select((account, index) => (account.OpenedOn, index - 1)))
                await ShouldBeRecountedAsync(ledger, model, openedOn.AddDays(days));
            (await TotalsCommand.RunAsync(app.Host.Services, TotalsAction.Check, ledger.LedgerId, TextWriter.Null, TestContext.Current.CancellationToken))
                .ShouldBeTrue();
        },
        iter: 12,
        threads: 1);

    private static async Task ShouldBeRecountedAsync(LedgerClient ledger, Model model, DateOnly? on)
    {
        var query = on is { } day ? $"?on={Text(day)}" : "";
        foreach (var account in (await ledger.GetAsync($"accounts{query}")).Items)
        {
            var id = account.GetProperty("id").GetGuid();
            var wanted = (model.Balance(id, on, clearedOnly: false), model.Balance(id, on, clearedOnly: true));
            (account.GetProperty("balance").GetInt64(), account.GetProperty("clearedBalance").GetInt64()).ShouldBe(wanted, $"{id} {query}");
            (await ledger.GetAsync($"accounts/{id}{query}")).Body.GetProperty("balance").GetInt64().ShouldBe(wanted.Item1);
        }
    }

    private static async Task PlayAsync(LedgerClient ledger, Model model, Step step)
    {
        List<Guid> accounts = [.. model.Accounts.Keys];
        var account = accounts[step.One % accounts.Count];
        switch (step.Kind)
        {
            case <= 3:
                var (id, entry) = (Guid.CreateVersion7(), Entry(accounts, step));
                (await ledger.PostAsync("transactions", entry.ToJson(id))).ShouldBe(HttpStatusCode.Created);
                model.Entries.Add(id, (entry, false));
                break;
            case <= 5 when model.Choose(step, deleted: false) is { } revised:
                var now = Entry(accounts, step);
                (await ledger.PatchAsync($"transactions/{revised}", now.ToJson())).ShouldBe(HttpStatusCode.OK);
                model.Entries[revised] = (now, false);
                break;
            case 6 when model.Choose(step, deleted: false) is { } deleted:
                (await ledger.DeleteAsync($"transactions/{deleted}")).ShouldBe(HttpStatusCode.NoContent);
                model.Entries[deleted] = model.Entries[deleted] with { Deleted = true };
                break;
            case 7 when model.Choose(step, deleted: true) is { } restored:
                (await ledger.PostAsync($"transactions/{restored}/restoration")).ShouldBe(HttpStatusCode.OK);
                model.Entries[restored] = model.Entries[restored] with { Deleted = false };
                break;
            case 8:
                (await ledger.PatchAsync($"accounts/{account}", new { openedOn = Text(Middle.AddDays(step.Day)) })).ShouldBe(HttpStatusCode.OK);
                model.Accounts[account] = model.Accounts[account] with { OpenedOn = Middle.AddDays(step.Day) };
                break;
            case 9:
                (await ledger.PatchAsync($"accounts/{account}", new { openingBalance = step.Amount })).ShouldBe(HttpStatusCode.OK);
                model.Accounts[account] = model.Accounts[account] with { Opening = step.Amount };
                break;
        }

        await ShouldBeRecountedAsync(ledger, model, on: null);
    }

    private static ModelEntry Entry(List<Guid> accounts, Step step)
    {
        var amount = step.Amount == 0 ? 1 : step.Amount;
        var entry = new ModelEntry(
            accounts[step.One % accounts.Count], Text(Middle.AddDays(step.Day)), amount, step.Other % 3 == 0 ? "pending" : "cleared");
        return step.Other % 4 == 0 ? entry with { Transfer = new ModelTransfer(accounts[(step.One + 1) % accounts.Count], -amount) } : entry;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class Model
    {
        public Dictionary<Guid, (long Opening, DateOnly OpenedOn)> Accounts { get; } = [];

        public Dictionary<Guid, (ModelEntry Entry, bool Deleted)> Entries { get; } = [];

        public Guid? Choose(Step step, bool deleted)
        {
            List<Guid> ids = [.. Entries.Where(item => item.Value.Deleted == deleted).Select(item => item.Key)];
            return ids.Count == 0 ? null : ids[step.Other % ids.Count];
        }

        /// <summary>Forwards from the start of the opening day, or backwards.</summary>
        public long Balance(Guid account, DateOnly? on, bool clearedOnly)
        {
            var (opening, openedOn) = Accounts[account];
            var sides = Entries.Values.Where(item => !item.Deleted && !(clearedOnly && item.Entry.Status == "pending"))
                .SelectMany(item => item.Entry.Transfer is { } transfer
                    ? new[] { (item.Entry.AccountId, item.Entry.Date, item.Entry.Amount), (transfer.AccountId, item.Entry.Date, transfer.Amount) }
                    : [(item.Entry.AccountId, item.Entry.Date, item.Entry.Amount)])
                .Where(side => side.AccountId == account)
                .Select(side => (Date: DateOnly.ParseExact(side.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture), side.Amount)).ToList();
            return on is { } day && day < openedOn
                ? opening - sides.Where(side => side.Date > day && side.Date < openedOn).Sum(side => side.Amount)
                : opening + sides.Where(side => side.Date >= openedOn && (on is null || side.Date <= on)).Sum(side => side.Amount);
        }
    }
}
