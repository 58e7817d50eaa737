using System.Net;
using MyBudget.IntegrationTests.Features.Imports;
using static MyBudget.IntegrationTests.Features.Imports.BankFixtures;

namespace MyBudget.IntegrationTests.Features.Transactions;

/// <summary>What is undone takes back what it did itself, and nothing that somebody did after it: no money comes or goes by it.</summary>
public sealed class ChangedSinceTests(AppFixture app)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task a_bulk_deletion_restores_nothing_that_was_deleted_otherwise(bool isJoined)
    {
        var (ledger, bank) = await LedgerAsync();
        var (first, second) = (await RecordAsync(ledger, Entry(bank, -100)), await RecordAsync(ledger, Entry(bank, -100)));
        var bulk = await ledger.PostAsync("transactions/revisions", new { where = new { ids = new[] { second } }, change = new { delete = true } });
        await ledger.PostAsync($"transactions/{second}/restoration");
        if (isJoined) (await ledger.PostAsync($"transactions/{first}/joining", new { with = second, @as = "entry" })).ShouldBe(HttpStatusCode.OK);
        else await ledger.DeleteAsync($"transactions/{second}");

        (await ledger.DeleteAsync($"transactions/revisions/{bulk.ShouldBe(HttpStatusCode.Created).Id}"))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.bulk-nothing-left");

        (await ledger.BalanceAsync(bank)).ShouldBe(-100);
        if (!isJoined) return;
        (await ledger.DeleteAsync($"transactions/{first}/joining/{second}")).ShouldBe(HttpStatusCode.OK);
        (await ledger.BalanceAsync(bank)).ShouldBe(-200);
    }

    [Fact]
    public async Task a_bulk_unlocking_locks_nothing_that_no_statement_agreed_with()
    {
        var (ledger, bank) = await LedgerAsync();
        var id = await RecordAsync(ledger, Entry(bank, -5));
        await ledger.PostAsync($"accounts/{bank}/reconciliation", new { on = "2026-03-31", balance = -5 });
        var bulk = await ledger.PostAsync("transactions/revisions", new { where = new { ids = new[] { id } }, change = new { status = "pending" } });
        await ledger.PatchAsync($"transactions/{id}", new { amount = -9 });

        (await ledger.DeleteAsync($"transactions/revisions/{bulk.Id}")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.bulk-nothing-left");

        (await ledger.GetAsync($"transactions/{id}")).Body.GetProperty("status").GetString().ShouldBe("pending");
    }

    [Fact]
    public async Task a_transfer_that_became_a_split_is_not_parted()
    {
        var (ledger, bank) = await LedgerAsync();
        var cash = await ledger.OpenAccountAsync("Cash");
        var (left, arrived) = (await RecordAsync(ledger, Entry(bank, -100)), await RecordAsync(ledger, Entry(cash, 100)));
        (await ledger.PostAsync($"transactions/{left}/joining", new { with = arrived, @as = "transfer" })).ShouldBe(HttpStatusCode.OK);
        object[] splits = [new { amount = -60, transfer = new { accountId = cash } }, new { amount = -40 }];
        (await ledger.PatchAsync($"transactions/{left}", new { transfer = (object?)null, splits })).ShouldBe(HttpStatusCode.OK);

        (await ledger.DeleteAsync($"transactions/{left}/joining/{arrived}")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.join-changed");

        (await ledger.BalanceAsync(cash)).ShouldBe(60);
    }

    [Fact]
    public async Task an_import_of_which_another_tells_is_not_undone_while_its_entry_is_joined()
    {
        var (ledger, bank) = await LedgerAsync();
        var own = await RecordAsync(ledger, new { accountId = bank, date = "2026-03-25", amount = -250, payee = "By hand" });
        var file = Checking(BankFixtures.Entry("T1", "20260301", "-2.50", "SHOP"));
        var first = (await ledger.ImportAsync(file, bank)).ShouldCount(1, 0, 0);
        var told = first.Rows()[0].GetProperty("transactionId").GetGuid();
        (await ledger.PostAsync($"transactions/{told}/joining", new { with = own, @as = "entry" })).ShouldBe(HttpStatusCode.OK);
        var second = (await ledger.ImportAsync(file, bank)).ShouldCount(0, 1, 0);

        (await ledger.DeleteAsync($"imports/{first.Id}")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "imports.joined");
        (await ledger.DeleteAsync($"imports/{second.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await ledger.DeleteAsync($"imports/{first.Id}")).ShouldBe(HttpStatusCode.NoContent);

        (await ledger.BalanceAsync(bank)).ShouldBe(-250);
        (await ledger.GetAsync($"transactions/{own}")).Body.GetProperty("payee").GetString().ShouldBe("By hand");
    }

    [Fact]
    public async Task an_import_is_not_undone_while_what_it_brought_is_part_of_a_part()
    {
        var (ledger, bank) = await LedgerAsync();
        var cash = await ledger.OpenAccountAsync("Cash");
        var left = (await ledger.ImportAsync(Checking(BankFixtures.Entry("L1", "20260301", "-1.00", "OUT")), bank)).Rows()[0].GetProperty("transactionId").GetGuid();
        var import = await ledger.ImportAsync(Checking(BankFixtures.Entry("R1", "20260301", "1.00", "IN")), cash);
        await JoinAsync(ledger, left, import.Rows()[0].GetProperty("transactionId").GetGuid(), "transfer");
        var whole = await RecordAsync(ledger, new { accountId = bank, date = "2026-03-01", amount = -100, transfer = new { accountId = cash } });
        await JoinAsync(ledger, whole, left, "entry");

        (await ledger.DeleteAsync($"imports/{import.Id}")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "imports.joined");
        (await ledger.BalanceAsync(bank), await ledger.BalanceAsync(cash)).ShouldBe((-100, 100));
    }

    [Fact]
    public async Task a_correction_of_what_became_a_split_is_not_undone()
    {
        var (ledger, bank) = await LedgerAsync();
        var told = (await ledger.ImportAsync(Checking(BankFixtures.Entry("X1", "20260301", "-4.00", "SHOP")), bank)).Rows()[0].GetProperty("transactionId").GetGuid();
        var correction = await ledger.ImportAsync(
            Checking(BankFixtures.Entry("X2", "20260301", "-5.00", "SHOP", "<CORRECTFITID>X1<CORRECTACTION>REPLACE\n")), bank);
        (await ledger.PatchAsync($"transactions/{told}", new { splits = new[] { new { amount = -100 }, new { amount = -400 } } })).ShouldBe(HttpStatusCode.OK);

        (await ledger.DeleteAsync($"imports/{correction.Id}")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "imports.correction-built-on");

        (await ledger.BalanceAsync(bank)).ShouldBe(-500);
    }

    [Fact]
    public async Task a_bulk_change_means_what_the_list_shows()
    {
        var (ledger, bank) = await LedgerAsync();
        var cash = await ledger.OpenAccountAsync("Cash");
        await ledger.RecordAsync(new { accountId = bank, date = "2026-03-01", amount = -60, splits = new[] { new { amount = -60, transfer = new { accountId = cash } } } });

        (await DryRunAsync(ledger, new { accountId = new[] { cash } })).ShouldBe(HttpStatusCode.OK).Body.GetProperty("matched").GetInt32().ShouldBe(1);
        (await DryRunAsync(ledger, new { accountId = Array.Empty<string>(), from = "2026-01-01" })).ShouldBlame("where.accountId", "required");
        (await DryRunAsync(ledger, new { payee = new string?[] { null }, from = "2026-01-01" })).ShouldBlame("where.payee", "required");
        (await DryRunAsync(ledger, new { q = " ", from = "2026-01-01" })).ShouldBlame("where.q", "required");
        (await ledger.GetAsync("transactions?q=%CC%81")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task removing_a_category_is_another_request_than_leaving_it()
    {
        var (ledger, bank) = await LedgerAsync();
        var (id, ids) = (Guid.CreateVersion7(), new[] { await RecordAsync(ledger, Entry(bank, -1)) });
        (await ledger.PostAsync("transactions/revisions", new { id, where = new { ids }, change = new { payee = "P" } })).ShouldBe(HttpStatusCode.Created);

        (await ledger.PostAsync("transactions/revisions", $$$"""{"id":"{{{id}}}","where":{"ids":["{{{ids[0]}}}"]},"change":{"payee":"P","categoryId":null}}"""))
            .ShouldBeProblem(HttpStatusCode.Conflict, "http.id-taken");
    }

    private static object Entry(Guid account, long amount) => new { accountId = account, date = "2026-03-01", amount };

    private async Task<(LedgerClient Ledger, Guid Bank)> LedgerAsync()
    {
        var ledger = await app.CreateLedgerAsync();
        return (ledger, await ledger.OpenAccountAsync("Bank"));
    }

    private static async Task<Guid> RecordAsync(LedgerClient ledger, object entry) => (await ledger.RecordAsync(entry)).GetProperty("id").GetGuid();

    private static async Task JoinAsync(LedgerClient ledger, Guid whole, Guid with, string kind) =>
        (await ledger.PostAsync($"transactions/{whole}/joining", new { with, @as = kind })).ShouldBe(HttpStatusCode.OK);

    private static Task<ApiResponse> DryRunAsync(LedgerClient ledger, object where) =>
        ledger.PostAsync("transactions/revisions", new { where, change = new { payee = "x" }, dryRun = true });
}
