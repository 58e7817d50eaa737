using System.Net;
using System.Text.Json;
using MyBudget.Domain;
using MyBudget.IntegrationTests.Features.Imports;
using MyBudget.IntegrationTests.Features.Sync;

namespace MyBudget.IntegrationTests.Features.Ledgers;

/// <summary>Who did what in a ledger, from its events.</summary>
public sealed class ActivityTests(AppFixture app)
{
    [Fact]
    public async Task tells_who_did_what_newest_first()
    {
        var ledger = await CreateLedgerAsync();
        var editor = await ledger.InviteAsync(LedgerRole.Editor);
        var bank = await ledger.OpenAccountAsync("Bank");
        var entry = (await editor.RecordAsync(new { accountId = bank, date = "2026-06-05", amount = -1250, payee = "Bakery" })).GetProperty("id").GetGuid();
        (await ledger.DeleteAsync($"transactions/{entry}")).ShouldBe(HttpStatusCode.NoContent);

        var items = (await ledger.GetAsync("activity")).ShouldBe(HttpStatusCode.OK).Items;
        items.Select(Text).ShouldBe(
        [
            "Deleted -12.50\u00a0EUR · Bakery · Bank · 5 June 2026", "Recorded -12.50\u00a0EUR · Bakery · Bank · 5 June 2026", "Opened the account Bank",
            "Became a member as editor, let in by Ada", "Created the ledger Home",
        ]);
        items.Select(item => (item.GetProperty("kind").GetString(), item.GetProperty("action").GetString())).ShouldBe(
            [("transaction", "deleted"), ("transaction", "recorded"), ("account", "opened"), ("ledger", "joined"), ("ledger", "created")]);
        items.Select(item => item.GetProperty("by").GetProperty("userId").GetGuid())
            .ShouldBe([ledger.UserId, editor.UserId, ledger.UserId, editor.UserId, ledger.UserId]);
        items.Select(item => item.GetProperty("revision").GetInt64()).ShouldBe([5, 4, 3, 2, 1]);
        items[1].GetProperty("entityId").GetGuid().ShouldBe(entry);
        items[1].GetProperty("details").GetProperty("amount").GetInt64().ShouldBe(-1250);
        items[1].GetProperty("details").GetProperty("currency").GetString().ShouldBe("EUR");

        (await editor.GetAsync("activity", ("Accept-Language", "ru"))).Items.Select(Text).Take(3).ShouldBe(
        [
            "Удалена запись: -12,50\u00a0EUR · Bakery · Bank · 5 июня 2026", "Внесена запись: -12,50\u00a0EUR · Bakery · Bank · 5 июня 2026",
            "Открыт счёт «Bank»",
        ]);
        var viewer = await ledger.InviteAsync(LedgerRole.Viewer);
        (await viewer.GetAsync("activity")).ShouldBe(HttpStatusCode.OK).Items.Length.ShouldBe(6);
    }

    [Fact]
    public async Task what_was_done_to_many_at_once_is_one_thing()
    {
        var ledger = await CreateLedgerAsync();
        var (bank, food, tea) = (await ledger.OpenAccountAsync("Bank"), await ledger.CreateCategoryAsync("Food"), await ledger.CreateCategoryAsync("Tea"));
        var import = (await ledger.ImportAsync(BankFixtures.Many(300), bank)).Body.GetProperty("id").GetGuid();
        var report = (await ledger.PostAsync("transactions/revisions", new { where = new { accountId = new[] { bank } }, change = new { categoryId = food } })).Body;
        (await ledger.PostAsync($"categories/{food}/merger", new { into = tea })).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NoContent);
        var entry = new { accountId = bank, date = "2026-02-28", amount = -1 };
        (await ledger.PostAsync("transactions/batch", new { transactions = new[] { entry, entry, entry } })).ShouldBe(HttpStatusCode.Created);
        await ledger.PushAsync(Pushes.Op("transaction.record", Pushes.Id(), entry), Pushes.Op("transaction.record", Pushes.Id(), entry));

        var items = (await ledger.GetAsync("activity")).Items;
        items.Select(Text).ShouldBe(
        [
            "Recorded 2 entries", "Recorded 3 entries", "Merged the category Food into Tea", "Changed 299 entries at once",
            "Imported statement.csv: 299 new entries", "Created the category Tea", "Created the category Food", "Opened the account Bank",
            "Created the ledger Home",
        ]);
        items[4].GetProperty("count").GetInt64().ShouldBe(299, "one row has no amount");
        items[4].GetProperty("entityId").GetGuid().ShouldBe(import);
        items[3].GetProperty("entityId").GetGuid().ShouldBe(report.GetProperty("id").GetGuid());
        items[1].GetProperty("entityId").ValueKind.ShouldBe(JsonValueKind.Null);

        (await ledger.DeleteAsync($"imports/{import}")).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NoContent);
        Text((await ledger.GetAsync("activity?limit=1")).Items.ShouldHaveSingleItem()).ShouldBe("Undid the import of statement.csv: 299 entries deleted");
    }

    [Fact]
    public async Task what_is_gone_is_still_called_by_its_name()
    {
        var ledger = await CreateLedgerAsync();
        var (cash, food) = (await ledger.OpenAccountAsync("Cash"), await ledger.CreateCategoryAsync("Food"));
        (await ledger.PostAsync($"accounts/{cash}/closure")).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NoContent);
        (await ledger.DeleteAsync($"accounts/{cash}")).ShouldBe(HttpStatusCode.NoContent);
        (await ledger.DeleteAsync($"categories/{food}")).ShouldBe(HttpStatusCode.NoContent);

        (await ledger.GetAsync("activity?limit=3")).Items.Select(Text).ShouldBe(["Deleted the category Food", "Deleted the account Cash", "Closed the account Cash"]);
    }

    [Fact]
    public async Task is_read_page_by_page_while_others_go_on()
    {
        var ledger = await CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        for (var i = 0; i < 6; i++)
            await ledger.PushAsync(
                Pushes.Op("transaction.record", Pushes.Id(), new { accountId = bank, date = "2026-02-28", amount = -i - 1 }),
                Pushes.Op("transaction.delete", (await ledger.RecordAsync(new { accountId = bank, date = "2026-02-28", amount = -1 })).GetProperty("id").GetGuid(), null, 1));
        var all = (await ledger.GetAsync("activity?limit=200")).Items.Select(item => item.GetRawText()).ToList();
        all.Count.ShouldBe(2 + 6 * 3, "a commit of two kinds of edits is two things");

        for (var limit = 1; limit <= 5; limit++)
        {
            var read = new List<string>();
            string? cursor = null;
            do
            {
                var page = (await ledger.GetAsync($"activity?limit={limit}{(cursor is null ? "" : $"&cursor={cursor}")}")).Body;
                page.GetProperty("items").GetArrayLength().ShouldBeLessThanOrEqualTo(limit);
                read.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetRawText()));
                cursor = page.GetProperty("nextCursor").GetString();
                if (limit == 2) await ledger.RecordAsync(new { accountId = bank, date = "2026-02-28", amount = -9 });
            }
            while (cursor is not null);

            read.TakeLast(all.Count).ShouldBe(all);
            read.ShouldBeUnique();
        }
    }

    [Fact]
    public async Task is_asked_for_by_kind_and_by_user()
    {
        var ledger = await CreateLedgerAsync();
        var editor = await ledger.InviteAsync(LedgerRole.Editor);
        var bank = await ledger.OpenAccountAsync("Bank");
        await editor.CreateCategoryAsync("Food");
        await editor.ImportAsync(BankFixtures.Csv, bank);
        await editor.RecordAsync(new { accountId = bank, date = "2026-02-28", amount = -1 });

        (await TextsAsync("kinds=account,category")).ShouldBe(["Created the category Food", "Opened the account Bank"]);
        (await TextsAsync("kinds=transaction")).ShouldHaveSingleItem().ShouldStartWith("Recorded");
        (await TextsAsync($"by={ledger.UserId}")).ShouldBe(["Opened the account Bank", "Created the ledger Home"]);
        (await TextsAsync($"by={editor.UserId}&kinds=import,ledger")).Length.ShouldBe(2);
        (await TextsAsync($"by={Guid.CreateVersion7()}")).ShouldBeEmpty();
        (await ledger.GetAsync("activity?kinds=account,nothing")).ShouldBlame("kinds", "unknown-kind");
        (await ledger.GetAsync("activity?cursor=x")).ShouldBlame("cursor", "cursor");
        (await ledger.GetAsync("activity?limit=0")).ShouldBlame("limit");
        (await ledger.GetAsync("activity?limit=201")).ShouldBlame("limit");
        (await ledger.GetAsync("activity?by=x")).ShouldBe(HttpStatusCode.BadRequest);

        async Task<string?[]> TextsAsync(string filter) => [.. (await ledger.GetAsync($"activity?{filter}")).Items.Select(Text)];
    }

    [Fact]
    public async Task names_members_who_left_and_nobody_who_is_erased()
    {
        var ledger = await CreateLedgerAsync();
        var gone = await ledger.InviteAsync(LedgerRole.Editor);
        await gone.OpenAccountAsync("Bank");
        (await ledger.DeleteAsync($"members/{gone.UserId}")).ShouldBe(HttpStatusCode.NoContent);
        var items = (await ledger.GetAsync("activity")).Items;
        Text(items[0]).ShouldBe("Removed Ada from the ledger");
        items[1].GetProperty("by").GetProperty("name").GetString().ShouldBe("Ada");

        await LedgerDatabase.Of(app, ledger).QueryAsync<int>("delete from mt_doc_user_profile where id = @user returning 1", ("user", gone.UserId));
        items = (await ledger.GetAsync("activity", ("Accept-Language", "ru"))).Items;
        Text(items[0]).ShouldBe("Из учёта исключён участник Бывший участник");
        items[1].GetProperty("by").GetProperty("name").GetString().ShouldBe("Бывший участник");
    }

    private async Task<LedgerClient> CreateLedgerAsync()
    {
        var user = await app.SignInAsync();
        await Sharing.ConfirmAsync(app.Host, user.UserId);
        return await user.CreateLedgerAsync();
    }

    private static string? Text(JsonElement item) => item.GetProperty("text").GetString();
}
