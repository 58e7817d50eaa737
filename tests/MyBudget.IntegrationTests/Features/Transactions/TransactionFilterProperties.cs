using System.Globalization;
using System.Net;
using CsCheck;
using MyBudget.Domain;
using MyBudget.IntegrationTests.Features.Imports;

namespace MyBudget.IntegrationTests.Features.Transactions;

/// <summary>Whatever filters are combined, pages, count and sums are those of the plainest filter over all entries.</summary>
public sealed class TransactionFilterProperties(AppFixture app)
{
    private static readonly string[] Payees = ["Rewe", "Shell", "Bäcker", "Пятёрочка", "ΟΔΟΣ", "100% Fun_d"];
    private static readonly string[] Tags = ["trip", "Лето", "x y", "Café \"!\""];
    private static readonly string[] Statuses = ["pending", "cleared", "reconciled"];

    [Fact]
    public async Task any_combination_of_filters_finds_what_a_plain_filter_over_all_entries_finds()
    {
        var ledger = await app.CreateLedgerAsync();
        var world = await FillAsync(ledger);
        await Queries(world).SampleAsync(
            async query =>
            {
                var path = $"transactions?limit=7&totals=true{string.Concat(query.Parts.Select(part => $"&{part.Name}={Uri.EscapeDataString(part.Value)}"))}";
                var expected = world.Entries.Where(query.Matches).ToList();
                var found = new List<Guid>();
                string? cursor = null;
                do
                {
                    var page = (await ledger.GetAsync(cursor is null ? path : $"{path}&cursor={cursor}")).ShouldBe(HttpStatusCode.OK);
                    found.AddRange(page.Items.Select(item => item.GetProperty("id").GetGuid()));
                    page.Body.GetProperty("count").GetInt64().ShouldBe(expected.Count);
                    page.Body.GetProperty("sum").EnumerateObject().Select(sum => (sum.Name, sum.Value.GetInt64())).ShouldBe(query.Sums(expected, world.Currencies));
                    cursor = page.Body.GetProperty("nextCursor").GetString();
                }
                while (cursor is not null);

                found.ShouldBe(query.Ordered(expected).Select(entry => entry.Id), path);
            },
            iter: 300,
            threads: 1);
    }

    private static async Task<World> FillAsync(LedgerClient ledger)
    {
        var accounts = new[] { await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"), await ledger.OpenAccountAsync("Card", "USD") };
        var categories = new[] { await ledger.CreateCategoryAsync("Food"), await ledger.CreateCategoryAsync("Fun") };
        var other = await ledger.InviteAsync(LedgerRole.Editor);
        for (var n = 0; n < 6; n++)
        {
            var transactions = Enumerable.Range(12 * n, 12).Select(k => Entry(k, accounts, categories)).ToList();
            (await (n % 2 == 0 ? ledger : other).PostAsync("transactions/batch", new { transactions })).ShouldBe(HttpStatusCode.Created);
        }

        var import = (await ledger.ImportAsync("Date,Amount,Payee\n2024-03-01,-3.00,Rewe\n2024-03-02,4.00,Shell\n2024-03-02,4.50,Nobody\n", accounts[0])).Id;
        var all = await AllAsync(ledger, "transactions?limit=200");
        foreach (var entry in all.Where((_, index) => index % 9 == 4)) (await ledger.DeleteAsync($"transactions/{entry.Id}")).ShouldBe(HttpStatusCode.NoContent);
        return new World(
            [.. await AllAsync(ledger, "transactions?limit=200"), .. await AllAsync(ledger, "transactions?limit=200&deleted=true")],
            accounts, categories, [ledger.UserId, other.UserId], import, new() { [accounts[0]] = "EUR", [accounts[1]] = "EUR", [accounts[2]] = "USD" });
    }

    private static object Entry(int n, Guid[] accounts, Guid[] categories)
    {
        var account = accounts[n % 3];
        var amount = ((n * 37 % 11) - 5) * 100;
        var (isTransfer, isSplit) = (n % 5 == 2 && amount != 0, n % 5 == 4);
        var to = accounts[(n + 1) % 3];
        return new
        {
            // Not in the order of recording.
            id = Guid.NewGuid(),
            accountId = account,
            date = $"2024-0{n % 3 + 1}-1{n % 4}",
            amount,
            payee = n % 6 == 5 ? null : Payees[n % 6],
            note = n % 4 == 0 ? $"Note {n % 8}" : null,
            categoryId = isTransfer || isSplit || n % 3 == 0 ? (Guid?)null : categories[n % 2],
            splits = isSplit
                ? new object[] { new { amount = amount - 1, categoryId = categories[n % 2], note = n % 2 == 0 ? "Épicerie" : null }, new { amount = 1 } }
                : [],
            transfer = isTransfer ? new { accountId = to, amount = -amount } : null,
            tags = n % 7 == 0 ? [] : new[] { Tags[n % 4], Tags[(n + 1) % 4] },
            status = Statuses[n % 2],
        };
    }

    private static async Task<FilterEntry[]> AllAsync(LedgerClient ledger, string path) => [.. (await ledger.GetAsync(path)).Items.Select(item => new FilterEntry(item))];

    /// <summary>A filter and what it means; each is there half of the time at most, so that something is found mostly.</summary>
    private static Gen<FilterQuery> Queries(World world)
    {
        Gen<Filter?>[] filters =
        [
            Any("accountId", world.Accounts.Append(Guid.Empty).Select(id => id.ToString()), null, isSide: true),
            Any("categoryId", world.Categories.Select(id => id.ToString()).Append("none"), (entry, value) => entry.HasCategory(value)),
            Any("status", Statuses, (entry, value) => entry.Status == value),
            Any("type", ["expense", "income", "transfer", "split"], (entry, value) => entry.IsType(value)),
            Any("tag", [.. Tags, "TRIP", "лето", "tri", "CAFE \"!\"", "cafe", "y"], (entry, value) => entry.Tags.Select(FilterEntry.Fold).Contains(FilterEntry.Fold(value))),
            Any("payee", [.. Payees, "rewe", "РЕWE", "BACKER", "пятерочка", "οδος"], (entry, value) => entry.Payee is { } payee && FilterEntry.Fold(payee) == FilterEntry.Fold(value)),
            Any("createdBy", world.Users.Select(id => id.ToString()), (entry, value) => entry.Text("createdBy") == value),
            Any("importId", [$"{world.Import}", $"{Guid.Empty}"], (entry, value) => entry.Text("importId") == value),
            One("q", ["e", "note 4", "РОЧ", "bä", "ba", "% fun_", "zzz", "  rewe ", "epice", "ПЯТЕР", "ος", "δοσ"], (entry, value) => entry.Contains(value.Trim())),
            One("from", ["2024-01-12", "2024-02-11"], null),
            One("to", ["2024-02-12", "2024-03-11"], null),
            One("minAmount", ["-300", "0", "100"], null),
            One("maxAmount", ["-100", "0", "300"], null),
            One("updatedSince", [.. world.Entries.Select(entry => entry.Text("updatedAt")!).Distinct().Order(StringComparer.Ordinal)],
                (entry, value) => entry.Moment("updatedAt") >= DateTimeOffset.Parse(value, CultureInfo.InvariantCulture)),
        ];
        return Gen.Select(Gen.Bool, Gen.Int[0, 5], (deleted, one) => (deleted, one)).SelectMany(chosen =>
            Gen.Select(filters[0], filters[1], filters[2], filters[3], (a, b, c, d) => new[] { a, b, c, d }).SelectMany(first =>
                Gen.Select(filters[4], filters[5], filters[6], filters[7], (a, b, c, d) => new[] { a, b, c, d }).SelectMany(second =>
                    Gen.Select(filters[8], filters[9], filters[10], (a, b, c) => new[] { a, b, c }).SelectMany(third =>
                        Gen.Select(filters[11], filters[12], filters[13], (a, b, c) => new FilterQuery(
                            [.. first.Concat(second).Concat(third).Concat([a, b, c]).OfType<Filter>()], chosen is { deleted: true, one: 0 }))))));

        static Gen<Filter?> Any(string name, IEnumerable<string> given, Func<FilterEntry, string, bool>? fits, bool isSide = false) =>
            Gen.Int[0, 4].SelectMany(there => Value([.. given]).Array[1, 2].Select(chosen =>
                there < (isSide ? 2 : 4) ? null : new Filter(name, chosen, fits)));

        static Gen<string> Value(string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

        static Gen<Filter?> One(string name, string[] values, Func<FilterEntry, string, bool>? fits) =>
            Gen.Int[0, 5].SelectMany(there => Value(values).Select(chosen => there > 0 ? null : new Filter(name, [chosen], fits)));
    }

    private sealed record World(
        FilterEntry[] Entries, Guid[] Accounts, Guid[] Categories, Guid[] Users, Guid Import, Dictionary<Guid, string> Currencies);
}
