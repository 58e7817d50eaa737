using System.Net;
using System.Text.Json;
using CsCheck;
using MyBudget.Infrastructure.EventStore.Maintenance;
using MyBudget.IntegrationTests.Features.Imports;
using static MyBudget.IntegrationTests.Features.Imports.BankFixtures;

namespace MyBudget.IntegrationTests.Features.Transactions;

/// <summary>Whatever is joined, parted, undone and imported again, in whatever order, each account has what its entries add up to.</summary>
public sealed class JoiningProperties(AppFixture app)
{
    private static readonly Gen<(int Kind, int One, int Other, int Day)[]> Sessions =
        Gen.Select(Gen.Int[0, 8], Gen.Int[0, 1000], Gen.Int[0, 1000], Gen.Int[1, 9]).Array[8, 25];

    [Fact]
    public Task balances_are_what_the_sides_add_up_to_and_parting_restores() => Sessions.SampleAsync(
        async steps =>
        {
            var ledger = await app.CreateLedgerAsync();
            Guid[] accounts = [await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Savings"), await ledger.OpenAccountAsync("Cash")];
            var files = new List<(string File, Guid Account)>();
            foreach (var (kind, one, other, day) in steps)
            {
                var (account, sign) = (accounts[one % 3], one % 2 == 0 ? "-" : "");
                switch (kind)
                {
                    case 0 or 1:
                        files.Add((Checking([.. Enumerable.Range(0, 2).Select(n => Entry($"F{files.Count}-{n}", $"2026030{day}", $"{sign}{other % 3 + 1}.00", $"P{other % 2}"))]), account));
                        await OkAsync(ledger.ImportAsync(files[^1].File, account));
                        break;
                    case 2 when files.Count > 0:
                        var again = files[other % files.Count];
                        await OkAsync(ledger.ImportAsync(again.File, again.Account));
                        break;
                    case 3:
                        var transfer = new { accountId = accounts[(one + 1) % 3], date = $"2026-03-0{day}", status = other % 2 == 0 ? "pending" : "cleared" };
                        await OkAsync(ledger.PostAsync("transactions", new { accountId = account, date = "2026-03-04", amount = (other % 3 + 1) * 100, transfer }));
                        break;
                    case 4 or 5 or 6:
                        await JoinAsync(ledger, one, other, kind == 6 || one % 3 == 0 ? "entry" : "transfer", part: kind == 4);
                        break;
                    case 7:
                        await PartAsync(ledger, one);
                        break;
                    case 8:
                        var imports = (await ledger.GetAsync("imports")).Items.Where(import => import.GetProperty("undoneAt").ValueKind is JsonValueKind.Null).ToList();
                        if (imports.Count == 0) break;
                        var undone = await ledger.DeleteAsync($"imports/{imports[other % imports.Count].GetProperty("id").GetGuid()}");
                        // What was joined again, or is told of by another file, is parted first by whoever joined it.
                        if (undone.Status is HttpStatusCode.UnprocessableEntity) undone.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "imports.joined");
                        else undone.ShouldBe(HttpStatusCode.NoContent);
                        break;
                }
            }

            await BalancesAreRecountedAsync(ledger);

            // Nothing that a bank told of is lost: its files are known, or bring back what was undone.
            foreach (var (file, account) in files) await OkAsync(ledger.ImportAsync(file, account));
            foreach (var (file, account) in files) (await ledger.PreviewAsync(file, account)).ShouldCount(0, 2, 0, HttpStatusCode.OK);
            while (await PartAsync(ledger, 0)) { }
            foreach (var (file, account) in files) (await ledger.PreviewAsync(file, account)).ShouldCount(0, 2, 0, HttpStatusCode.OK);
            await BalancesAreRecountedAsync(ledger);
            (await TotalsCommand.RunAsync(app.Host.Services, TotalsAction.Check, ledger.LedgerId, TextWriter.Null, TestContext.Current.CancellationToken)).ShouldBeTrue();
        },
        iter: 10, threads: 1);

    private static async Task JoinAsync(LedgerClient ledger, int one, int other, string kind, bool part)
    {
        var entries = (await ledger.GetAsync("transactions?limit=200")).Items;
        if (entries.Length < 2) return;
        var before = await BalancesAsync(ledger);
        var (first, second) = (entries[one % entries.Length], entries[other % entries.Length]);
        var id = first.GetProperty("id").GetGuid();
        var answer = await ledger.PostAsync($"transactions/{id}/joining", new { with = second.GetProperty("id").GetGuid(), @as = kind });
        if (answer.Status is HttpStatusCode.UnprocessableEntity) return;
        answer.ShouldBe(HttpStatusCode.OK);
        if (kind == "transfer") (await BalancesAsync(ledger)).ShouldBe(before);
        if (!part) return;

        await OkAsync(ledger.DeleteAsync($"transactions/{id}/joining/{second.GetProperty("id").GetGuid()}"));
        (await BalancesAsync(ledger)).ShouldBe(before);
        var left = (await ledger.GetAsync("transactions?limit=200")).Items;
        left.Select(Said).Order(StringComparer.Ordinal).ShouldBe(entries.Select(Said).Order(StringComparer.Ordinal));
    }

    private static async Task<bool> PartAsync(LedgerClient ledger, int one)
    {
        var joined = (await ledger.GetAsync("transactions?limit=200")).Items.Where(entry => entry.TryGetProperty("joined", out _)).ToList();
        if (joined.Count == 0) return false;
        var whole = joined[one % joined.Count];
        var last = whole.GetProperty("joined").EnumerateArray().Last().GetGuid();
        await OkAsync(ledger.DeleteAsync($"transactions/{whole.GetProperty("id").GetGuid()}/joining/{last}"));
        return true;
    }

    private static async Task<string> BalancesAsync(LedgerClient ledger) => string.Join(
        ", ", (await ledger.GetAsync("accounts")).Items.Select(account => $"{account.GetProperty("balance")} {account.GetProperty("clearedBalance")}"));

    private static async Task BalancesAreRecountedAsync(LedgerClient ledger)
    {
        var entries = (await ledger.GetAsync("transactions?limit=200")).Items;
        foreach (var account in (await ledger.GetAsync("accounts")).Items)
        {
            var id = account.GetProperty("id").GetGuid();
            var sides = entries.SelectMany(Sides).Where(side => side.Account == id).ToList();
            account.GetProperty("balance").GetInt64().ShouldBe(sides.Sum(side => side.Amount));
            account.GetProperty("clearedBalance").GetInt64().ShouldBe(sides.Where(side => side.Status != "pending").Sum(side => side.Amount));
        }
    }

    private static IEnumerable<(Guid Account, long Amount, string Status)> Sides(JsonElement entry)
    {
        var status = entry.GetProperty("status").GetString()!;
        yield return (entry.GetProperty("accountId").GetGuid(), entry.GetProperty("amount").GetInt64(), status);
        if (entry.GetProperty("transfer") is { ValueKind: JsonValueKind.Object } other)
            yield return (other.GetProperty("accountId").GetGuid(), other.GetProperty("amount").GetInt64(), other.TryGetProperty("status", out var own) ? own.GetString()! : status);
    }

    private static string Said(JsonElement entry) =>
        string.Join(", ", entry.EnumerateObject().Where(member => member.Name is not ("version" or "updatedAt")).Select(member => member.ToString()));

    private static async Task OkAsync(Task<ApiResponse> request) => ((int)(await request).Status).ShouldBeInRange(200, 299, (await request).Text);
}
