using System.Net;
using static MyBudget.IntegrationTests.Features.Imports.BankFixtures;

namespace MyBudget.IntegrationTests.Features.Imports;

/// <summary>What a bank's rows cleared is pending again once no file tells of it any more, and what a person cleared stays so.</summary>
public sealed class ClearedByRowsTests(AppFixture app)
{
    private const string WithoutIds = "Date,Amount,Payee\n2026-01-30,-50.00,Baker\n";
    private static readonly string WithIds = Checking(Entry("A1", "20260130", "-50.00", "Baker"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task in_whichever_order_its_files_are_undone(bool isFirstFirst)
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var typed = await TypedAsync(ledger, bank, "pending");
        var imports = new[] { await MeetAsync(ledger, WithoutIds, bank), await MeetAsync(ledger, WithIds, bank) };
        (await StatusAsync(ledger, typed)).ShouldBe("cleared");

        await ledger.DeleteAsync($"imports/{imports[isFirstFirst ? 0 : 1]}");
        (await StatusAsync(ledger, typed)).ShouldBe("cleared");
        await ledger.DeleteAsync($"imports/{imports[isFirstFirst ? 1 : 0]}");

        (await StatusAsync(ledger, typed)).ShouldBe("pending");
    }

    [Fact]
    public async Task but_not_what_was_cleared_before_they_were_joined()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var pending = await TypedAsync(ledger, bank, "pending");
        var import = await MeetAsync(ledger, WithoutIds, bank);
        var cleared = await TypedAsync(ledger, bank, "cleared");
        (await ledger.PostAsync($"transactions/{cleared}/joining", new { with = pending, @as = "entry" })).ShouldBe(HttpStatusCode.OK);

        (await ledger.DeleteAsync($"imports/{import}")).ShouldBe(HttpStatusCode.NoContent);

        (await StatusAsync(ledger, cleared)).ShouldBe("cleared");
        (await ledger.DeleteAsync($"transactions/{cleared}/joining/{pending}")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(ledger, cleared), await StatusAsync(ledger, pending)).ShouldBe(("cleared", "pending"));
    }

    private static async Task<Guid> TypedAsync(LedgerClient ledger, Guid bank, string status) =>
        (await ledger.RecordAsync(new { accountId = bank, date = "2026-01-30", amount = -5000, payee = "Baker", status })).GetProperty("id").GetGuid();

    private static async Task<Guid> MeetAsync(LedgerClient ledger, string file, Guid bank) => (await ledger.ImportAsync(file, bank)).ShouldCount(0, 1, 0).Id;

    private static async Task<string?> StatusAsync(LedgerClient ledger, Guid id) => (await ledger.GetAsync($"transactions/{id}")).Body.GetProperty("status").GetString();
}
