using System.Net;

namespace MyBudget.IntegrationTests.Features.Transactions;

public sealed class ListTransactionsTests(AppFixture app)
{
    [Theory]
    [InlineData("q=50%25", "percent")]
    [InlineData("q=a_c", "underscore")]
    [InlineData("q=c:%5Ctemp", "backslash")]
    [InlineData("q=%5C", "backslash")]
    [InlineData("q=O'Neil", "quote")]
    [InlineData("q=%22quoted%22", "doubles")]
    [InlineData("q=$1", "dollar")]
    [InlineData("q=МОЛОКО", "cyrillic")]
    [InlineData("q=%20straSSe%20", "street")]
    [InlineData("q=", "percent,underscore,backslash,quote,doubles,dollar,cyrillic,street,yo,accents,sigma,lodz,sharp,kana,parts")]
    [InlineData("q=percent%20off", "")]
    [InlineData("q=пятерочка", "yo")]
    [InlineData("q=ПЯТЁРОЧКА", "yo")]
    [InlineData("q=creme%20brulee", "accents")]
    [InlineData("q=CRÈME%20BRU%CC%82LÉE", "accents")]
    [InlineData("q=γλυκοσ", "sigma")]
    [InlineData("q=ΓΛΥΚΌΣ", "sigma")]
    [InlineData("q=lodz", "lodz")]
    [InlineData("q=Łódź", "lodz")]
    [InlineData("q=grosse", "sharp")]
    [InlineData("q=か", "")]
    [InlineData("q=が", "kana")]
    [InlineData("q=ice", "parts")]
    [InlineData("q=epicerie%20fine", "parts")]
    [InlineData("q=ep", "parts")]
    [InlineData("q=a%EF%BF%BE", "")]
    [InlineData("payee=abc%EF%BF%BE", "")]
    [InlineData("tag=a%EF%BF%BE", "")]
    public async Task text_is_searched_to_the_letter_whatever_the_case_and_the_accents(string query, string expected)
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        foreach (var (note, payee) in new[]
                 {
                     ("percent", "50% off"), ("underscore", "a_c"), ("backslash", @"c:\temp"), ("quote", "o'neil"), ("doubles", "\"Quoted\""),
                     ("dollar", "$1"), ("cyrillic", "молоко"), ("street", "Strasse abc"), ("yo", "Пятёрочка 12"), ("accents", "Crème brûlée"),
                     ("sigma", "Γλυκός"), ("lodz", "Łódź"), ("sharp", "Große"), ("kana", "が"),
                 })
            await ledger.RecordAsync(new { accountId = bank, date = "2026-02-28", amount = -1, note, payee });
        await ledger.RecordAsync(new
        {
            accountId = bank,
            date = "2026-02-28",
            amount = -3,
            note = "parts",
            splits = new object[] { new { amount = -1, note = "Épicerie fine" }, new { amount = -1 }, new { amount = -1, note = "x" } },
        });

        var found = await ledger.GetAsync($"transactions?{query}");

        found.ShouldBe(HttpStatusCode.OK).Items.Select(item => item.GetProperty("note").GetString())
            .ShouldBe(expected.Split(',', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
    }

    [Theory]
    [InlineData("categoryId={food}", "food split")]
    [InlineData("categoryId={fun}", "split open-split")]
    [InlineData("categoryId=none", "bare open-split")]
    [InlineData("categoryId=none&minAmount=-2", "bare")]
    [InlineData("tag=TRIP", "food")]
    [InlineData("tag=%D0%9B%D0%95%D0%A2%D0%9E", "bare")]
    [InlineData("tag=tri", "")]
    [InlineData("tag=&q=", "food split bare transfer open-split")]
    [InlineData("status=pending", "bare")]
    [InlineData("status=cleared&from=2024-03-01", "transfer open-split")]
    [InlineData("from=2024-02-29&to=2024-02-29", "split")]
    [InlineData("to=2024-02-28", "food")]
    [InlineData("from=2024-04-01&to=2024-03-01", "")]
    [InlineData("minAmount=-30&maxAmount=-10", "food split open-split")]
    [InlineData("accountId={cash}", "transfer")]
    [InlineData("accountId={cash}&minAmount=100&maxAmount=100", "transfer")]
    [InlineData("accountId={cash}&maxAmount=-1", "")]
    [InlineData("accountId={bank}&maxAmount=-100", "transfer")]
    [InlineData("maxAmount=-100", "transfer")]
    [InlineData("accountId={cash}&categoryId=none", "")]
    [InlineData("accountId={bank}&categoryId={food}&tag=trip&status=cleared&q=FOOD&from=2024-01-31&to=2024-01-31&minAmount=-10&maxAmount=-10", "food")]
    [InlineData("accountId=0197d0a0-0000-7000-8000-000000000001", "")]
    [InlineData("accountId={cash}&accountId={bank}", "food split bare transfer open-split")]
    [InlineData("accountId={cash}&accountId={bank}&minAmount=50", "transfer")]
    [InlineData("categoryId={fun}&categoryId=none", "split bare open-split")]
    [InlineData("status=pending&status=cleared", "food split bare transfer open-split")]
    [InlineData("tag=trip&tag=лето", "food bare")]
    [InlineData("type=transfer", "transfer")]
    [InlineData("type=expense", "food split bare open-split")]
    [InlineData("type=income", "")]
    [InlineData("type=split&type=transfer&to=2024-03-31", "split transfer")]
    [InlineData("updatedSince=2020-01-01", "food split bare transfer open-split")]
    [InlineData("updatedSince=2199-01-01T00:00:00+02:00", "")]
    [InlineData("accountId=&categoryId=&status=&type=&payee=&createdBy=&importId=&updatedSince=", "food split bare transfer open-split")]
    [InlineData("deleted=true", "")]
    [InlineData("deleted=false&type=transfer", "transfer")]
    public async Task filters_narrow_alone_and_together(string query, string expected)
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"));
        var (food, fun) = (await ledger.CreateCategoryAsync("Food"), await ledger.CreateCategoryAsync("Fun"));
        await ledger.RecordAsync(new { accountId = bank, date = "2024-01-31", amount = -10, note = "food", categoryId = food, tags = new[] { "x", "Trip" } });
        await ledger.RecordAsync(new
        {
            accountId = bank,
            date = "2024-02-29",
            amount = -20,
            note = "split",
            splits = new[] { new { amount = -15, categoryId = food }, new { amount = -5, categoryId = fun } },
        });
        await ledger.RecordAsync(new { accountId = bank, date = "2024-03-31", amount = -1, note = "bare", status = "pending", tags = new[] { "лето" } });
        await ledger.RecordAsync(new { accountId = bank, date = "2024-03-31", amount = -100, note = "transfer", transfer = new { accountId = cash } });
        await ledger.RecordAsync(new
        {
            accountId = bank,
            date = "2024-04-30",
            amount = -30,
            note = "open-split",
            splits = new object[] { new { amount = -15, categoryId = fun }, new { amount = -15 } },
        });
        var filled = query.Replace("{food}", $"{food}").Replace("{fun}", $"{fun}").Replace("{bank}", $"{bank}").Replace("{cash}", $"{cash}");

        var found = await ledger.GetAsync($"transactions?{filled}");

        found.ShouldBe(HttpStatusCode.OK).Items.Select(item => item.GetProperty("note").GetString())
            .ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
    }

    [Fact]
    public async Task at_most_a_hundred_values_of_a_kind_are_taken()
    {
        var ledger = await app.CreateLedgerAsync();
        var tags = string.Concat(Enumerable.Range(0, 101).Select(n => $"&tag={n}"));
        (await ledger.GetAsync($"transactions?limit=5{tags}")).ShouldBlame("tag", "too-many");
    }

    [Fact]
    public async Task what_was_deleted_can_be_found_and_restored()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        foreach (var note in new[] { "kept", "lost" }) await ledger.RecordAsync(new { accountId = bank, date = "2024-01-31", amount = -10, note });
        var id = (await ledger.GetAsync("transactions?q=lost")).Items.ShouldHaveSingleItem().GetProperty("id").GetGuid();
        (await ledger.DeleteAsync($"transactions/{id}")).ShouldBe(HttpStatusCode.NoContent);

        var trash = await ledger.GetAsync("transactions?deleted=true&totals=true");

        trash.Body.GetProperty("count").GetInt64().ShouldBe(1);
        trash.Items.ShouldHaveSingleItem().GetProperty("deletedAt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.String);
        (await ledger.PostAsync($"transactions/{trash.Items[0].GetProperty("id").GetGuid()}/restoration")).ShouldBe(HttpStatusCode.OK);
        (await ledger.GetAsync("transactions?deleted=true")).Items.ShouldBeEmpty();
        (await ledger.GetAsync("transactions?totals=true")).Body.GetProperty("count").GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task totals_are_only_there_when_asked_for()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, card) = (await ledger.OpenAccountAsync(), await ledger.OpenAccountAsync("Card", "USD"));
        (await ledger.GetAsync("transactions?totals=true&limit=1")).Text.ShouldBe("{\"items\":[],\"nextCursor\":null,\"count\":0,\"sum\":{}}");
        foreach (var account in new[] { bank, bank, card }) await ledger.RecordAsync(new { accountId = account, date = "2024-01-31", amount = -10 });

        var page = await ledger.GetAsync("transactions?totals=true&limit=1");
        page.Body.GetProperty("count").GetInt64().ShouldBe(3);
        page.Body.GetProperty("sum").GetRawText().ShouldBe("{\"EUR\":-20,\"USD\":-10}");
        (await ledger.GetAsync("transactions?limit=1")).Body.TryGetProperty("count", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("limit=99999999999", "limit")]
    [InlineData("cursor=", "cursor")]
    [InlineData("cursor=x", "cursor")]
    [InlineData("cursor=%00", "cursor")]
    [InlineData("cursor=MjAyNjAyMzAwMTk3ZDBhMDAwMDA3MDAwODAwMDAwMDAwMDAwMDAwMQ", "cursor")]
    [InlineData("cursor=MjAyNjAyMjg*****", "cursor")]
    [InlineData("accountId=7", "accountId")]
    [InlineData("categoryId=food", "categoryId")]
    [InlineData("status=done", "status")]
    [InlineData("status=7", "status")]
    [InlineData("from=2025-02-29", "from")]
    [InlineData("to=yesterday", "to")]
    [InlineData("minAmount=1.5", "minAmount")]
    [InlineData("maxAmount=99999999999999999999", "maxAmount")]
    [InlineData("q=a%00b", "q")]
    [InlineData("tag=a%00b", "tag")]
    [InlineData("tag=trip&tag=a%00b", "tag")]
    [InlineData("payee=a%00b", "payee")]
    [InlineData("type=refund", "type")]
    [InlineData("createdBy=me", "createdBy")]
    [InlineData("importId=last", "importId")]
    [InlineData("updatedSince=11/28/2026", "updatedSince")]
    [InlineData("updatedSince=2026-02-30", "updatedSince")]
    [InlineData("deleted=perhaps", "deleted")]
    [InlineData("totals=perhaps", "totals")]
    [InlineData("accountId=0197d0a0-0000-7000-8000-000000000001&accountId=7", "accountId")]
    [InlineData("page=2", "page")]
    public async Task a_filter_that_makes_no_sense_is_named(string query, string field)
    {
        var ledger = await app.CreateLedgerAsync();
        (await ledger.GetAsync($"transactions?{query}")).ShouldBlame(field);
    }
}
