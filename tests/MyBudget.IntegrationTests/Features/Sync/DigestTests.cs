using System.Net;

namespace MyBudget.IntegrationTests.Features.Sync;

public sealed class DigestTests(AppFixture app)
{
    [Fact]
    public async Task has_what_is_there_and_accounts_that_are_closed()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash, copy) = (await ledger.OpenAccountAsync(openingBalance: 1000), await ledger.OpenAccountAsync("Cash"), new LedgerCopy(ledger));
        foreach (var status in new[] { "pending", "cleared" })
            await ledger.RecordAsync(new { accountId = bank, date = "2026-11-02", amount = -500, transfer = new { accountId = cash }, status });
        await ledger.RecordAsync(new { accountId = bank, date = "2019-11-02", amount = -7 });
        var gone = await ledger.RecordAsync(new { accountId = bank, date = "2026-11-02", amount = -1 });
        await ledger.DeleteAsync($"transactions/{gone.GetProperty("id")}");
        await ledger.PostAsync($"accounts/{bank}/closure");

        await copy.PullAsync();
        await Digest.ShouldBeOfAsync(ledger, copy);
        var digest = (await ledger.GetAsync("digest")).ShouldBe(HttpStatusCode.OK).Body;
        digest.GetProperty("kinds").TryGetProperty("budget", out _).ShouldBeFalse();
        digest.GetProperty("kinds").GetProperty("transaction").GetProperty("count").GetInt64().ShouldBe(3);
        var account = digest.GetProperty("accounts").EnumerateArray().Single(one => one.GetProperty("id").GetGuid() == bank);
        (account.GetProperty("balance").GetInt64(), account.GetProperty("clearedBalance").GetInt64(), account.GetProperty("entries").GetInt64())
            .ShouldBe((0, 500, 3));
    }

    [Fact]
    public async Task is_right_where_a_former_release_wrote_last()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync(openingBalance: 1000);
        foreach (var date in new[] { "2019-11-02", "2026-11-02" }) await ledger.RecordAsync(new { accountId = bank, date, amount = -7 });
        var before = (await ledger.GetAsync("digest")).Text;

        var database = LedgerDatabase.Of(app, ledger);
        await database.QueryAsync<int>("delete from account_days where ledger_id = @ledger");
        await database.QueryAsync<int>("update ledger_heads set counted = null where ledger_id = @ledger");

        (await ledger.GetAsync("digest")).ShouldBe(HttpStatusCode.OK).Text.ShouldBe(before);
    }

    [Fact]
    public void combines_what_is_published_of_its_hash() => Digest.HashOf(
        [("transaction", Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"), 3)]).ShouldBe("8fb68997093c98cd");
}
