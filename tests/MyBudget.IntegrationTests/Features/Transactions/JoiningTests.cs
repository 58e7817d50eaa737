using System.Net;
using System.Text.Json;
using MyBudget.IntegrationTests.Features.Imports;
using static MyBudget.IntegrationTests.Features.Imports.BankFixtures;

namespace MyBudget.IntegrationTests.Features.Transactions;

/// <summary>Two transactions that are one are joined, and parted again, without a balance that is wrong in between.</summary>
public sealed class JoiningTests(AppFixture app)
{
    private static readonly string BankFile = Checking(Entry("A1", "20260130", "-50.00", "TO SAVINGS"));
    private static readonly string SavingsFile = Checking(Entry("B1", "20260202", "50.00", "FROM BANK"));

    [Fact]
    public async Task two_imported_entries_become_one_transfer_and_two_again()
    {
        var (ledger, bank, savings) = await TwoAccountsAsync();
        var (left, arrived) = (await ImportedAsync(ledger, BankFile, bank), await ImportedAsync(ledger, SavingsFile, savings));
        var (wasLeft, wasArrived, revision) = (await ReadAsync(ledger, left), await ReadAsync(ledger, arrived), await ledger.RevisionAsync());

        var joined = (await JoinAsync(ledger, left, arrived, "transfer")).ShouldBe(HttpStatusCode.OK).Body;
        (await JoinAsync(ledger, left, arrived, "transfer")).ShouldBe(HttpStatusCode.OK);

        (await ledger.RevisionAsync()).ShouldBe(revision + 1);
        joined.GetProperty("transfer").GetRawText().ShouldBe($$"""{"accountId":"{{savings}}","amount":5000,"date":"2026-02-02"}""");
        (await BalancesAsync(ledger, bank, savings)).ShouldBe((-5000, 5000));
        (await ledger.GetAsync("transactions")).Items.Length.ShouldBe(1);
        (await ledger.GetAsync($"transactions/{arrived}")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await ledger.PostAsync($"transactions/{arrived}/restoration")).ShouldBeProblem(HttpStatusCode.Conflict, "transactions.joined");
        await KnownAsync(ledger, (BankFile, bank), (SavingsFile, savings));

        (await ledger.DeleteAsync($"transactions/{left}/joining/{arrived}")).ShouldBe(HttpStatusCode.OK);
        (await ledger.DeleteAsync($"transactions/{left}/joining/{arrived}")).ShouldBe(HttpStatusCode.OK);

        (await ledger.RevisionAsync()).ShouldBe(revision + 2);
        Said(await ReadAsync(ledger, left)).ShouldBe(Said(wasLeft));
        Said(await ReadAsync(ledger, arrived)).ShouldBe(Said(wasArrived));
        (await BalancesAsync(ledger, bank, savings)).ShouldBe((-5000, 5000));
        await KnownAsync(ledger, (BankFile, bank), (SavingsFile, savings));
        (await ledger.GetAsync($"transactions/{left}/history")).Items.Select(item => item.GetProperty("kind").GetString()).ShouldBe(["parted", "joined", "recorded"]);
    }

    [Fact]
    public async Task what_was_changed_since_stays_changed_when_they_are_parted()
    {
        var (ledger, bank, savings) = await TwoAccountsAsync();
        var (left, arrived) = (await ImportedAsync(ledger, BankFile, bank), await ImportedAsync(ledger, SavingsFile, savings));
        await JoinAsync(ledger, left, arrived, "transfer");
        await ledger.PatchAsync($"transactions/{left}", new { note = "seen", date = "2026-01-29", transfer = new { date = "2026-02-03", status = "pending" } });

        await ledger.DeleteAsync($"transactions/{left}/joining/{arrived}");

        var (own, other) = (await ReadAsync(ledger, left), await ReadAsync(ledger, arrived));
        (own.GetProperty("note").GetString(), own.GetProperty("date").GetString(), own.GetProperty("payee").GetString()).ShouldBe(("seen", "2026-01-29", "TO SAVINGS"));
        (other.GetProperty("date").GetString(), other.GetProperty("status").GetString(), other.GetProperty("payee").GetString()).ShouldBe(("2026-02-03", "pending", "FROM BANK"));
    }

    [Fact]
    public async Task an_entry_that_is_there_twice_becomes_one()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, food) = (await ledger.OpenAccountAsync(), await ledger.CreateCategoryAsync("Food"));
        var typed = (await ledger.RecordAsync(new { accountId = bank, date = "2026-01-15", amount = -5000, payee = "Dinner", categoryId = food, status = "pending" })).GetProperty("id").GetGuid();
        var imported = await ImportedAsync(ledger, BankFile, bank);
        var wasTyped = await ReadAsync(ledger, typed);

        var joined = (await JoinAsync(ledger, typed, imported, "entry")).ShouldBe(HttpStatusCode.OK).Body;

        (joined.GetProperty("status").GetString(), joined.GetProperty("payee").GetString()).ShouldBe(("cleared", "Dinner"));
        (await ledger.BalanceAsync(bank)).ShouldBe(-5000);
        await KnownAsync(ledger, (BankFile, bank));
        await ledger.DeleteAsync($"transactions/{typed}/joining/{imported}");
        Said(await ReadAsync(ledger, typed)).ShouldBe(Said(wasTyped));
        (await ledger.BalanceAsync(bank)).ShouldBe(-10000);
        await KnownAsync(ledger, (BankFile, bank));
    }

    [Fact]
    public async Task what_cannot_be_one_is_refused()
    {
        var (ledger, bank, savings) = await TwoAccountsAsync();
        var dollars = await ledger.OpenAccountAsync("Dollars", "USD");
        var entry = await RecordAsync(bank, -5000);
        await RefusedAsync(entry, entry, "transfer", "transactions.join-itself");
        await RefusedAsync(entry, Guid.CreateVersion7(), "transfer", "transactions.unknown");
        await RefusedAsync(entry, await RecordAsync(savings, -5000), "transfer", "transactions.transfer-signs");
        await RefusedAsync(entry, await RecordAsync(savings, 5001), "transfer", "transactions.transfer-amounts");
        await RefusedAsync(entry, await RecordAsync(bank, 5000), "transfer", "transactions.transfer-to-itself");
        await RefusedAsync(entry, await RecordAsync(bank, -5001), "entry", "transactions.join-differs");
        await RefusedAsync(entry, await RecordAsync(savings, -5000), "entry", "transactions.join-differs");
        var transfer = (await ledger.RecordAsync(new { accountId = bank, date = "2026-01-30", amount = -5000, transfer = new { accountId = savings } })).GetProperty("id").GetGuid();
        await RefusedAsync(transfer, await RecordAsync(savings, 5000), "transfer", "transactions.join-plain");
        await RefusedAsync(entry, transfer, "entry", "transactions.join-differs");
        (await JoinAsync(ledger, entry, await RecordAsync(dollars, 5500), "transfer")).ShouldBe(HttpStatusCode.OK);
        (await JoinAsync(ledger, transfer, await RecordAsync(savings, 5000), "entry")).ShouldBe(HttpStatusCode.OK);
        (await ledger.PostAsync($"transactions/{entry}/joining", "{}")).ShouldBeProblem(HttpStatusCode.BadRequest, "http.invalid");
        (await JoinAsync(ledger, Guid.CreateVersion7(), entry, "entry")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");

        async Task<Guid> RecordAsync(Guid account, long amount) =>
            (await ledger.RecordAsync(new { accountId = account, date = "2026-01-30", amount })).GetProperty("id").GetGuid();

        async Task RefusedAsync(Guid one, Guid other, string kind, string code) =>
            (await JoinAsync(ledger, one, other, kind)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, code);
    }

    [Fact]
    public async Task what_is_reconciled_or_closed_is_joined_where_nothing_of_it_changes()
    {
        var (ledger, bank, savings) = await TwoAccountsAsync();
        var (left, arrived) = (await ImportedAsync(ledger, BankFile, bank), await ImportedAsync(ledger, SavingsFile, savings));
        var twice = (await ledger.RecordAsync(new { accountId = savings, date = "2026-02-02", amount = 5000 })).GetProperty("id").GetGuid();
        await ledger.PostAsync($"accounts/{savings}/reconciliation", new { on = "2026-02-28", balance = 10000 });
        (await JoinAsync(ledger, arrived, twice, "entry")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.reconciled");
        await ledger.PostAsync($"accounts/{savings}/closure");

        (await JoinAsync(ledger, left, arrived, "transfer")).ShouldBe(HttpStatusCode.OK).Body.GetProperty("transfer").GetProperty("status").GetString().ShouldBe("reconciled");
        await ledger.PatchAsync($"transactions/{twice}", new { status = "cleared" });
        (await JoinAsync(ledger, left, twice, "entry")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "accounts.closed");
        (await ledger.DeleteAsync($"transactions/{left}/joining/{arrived}")).ShouldBe(HttpStatusCode.OK);
        (await ReadAsync(ledger, arrived)).GetProperty("reconciledOn").GetString().ShouldBe("2026-02-28");
    }

    [Fact]
    public async Task an_import_that_is_undone_takes_its_side_alone()
    {
        var (ledger, bank, savings) = await TwoAccountsAsync();
        var (left, arrived) = (await ImportedAsync(ledger, BankFile, bank), await ImportedAsync(ledger, SavingsFile, savings));
        await JoinAsync(ledger, left, arrived, "transfer");

        await UndoAsync(ledger, left);
        (await BalancesAsync(ledger, bank, savings)).ShouldBe((0, 5000));
        left = await ImportedAsync(ledger, BankFile, bank);
        await KnownAsync(ledger, (SavingsFile, savings));

        await JoinAsync(ledger, left, arrived, "transfer");
        await UndoAsync(ledger, arrived);
        (await BalancesAsync(ledger, bank, savings)).ShouldBe((-5000, 0));
        (await ReadAsync(ledger, left)).GetProperty("transfer").ValueKind.ShouldBe(JsonValueKind.Null);
        await ImportedAsync(ledger, SavingsFile, savings);
        (await BalancesAsync(ledger, bank, savings)).ShouldBe((-5000, 5000));

        static async Task UndoAsync(LedgerClient ledger, Guid entry)
        {
            var import = (await ledger.GetAsync("imports")).Items.Single(import => import.GetProperty("undoneAt").ValueKind is JsonValueKind.Null
                && RowsOf(ledger, import).Result.Contains(entry)).GetProperty("id").GetGuid();
            (await ledger.DeleteAsync($"imports/{import}")).ShouldBe(HttpStatusCode.NoContent);
        }

        static async Task<IEnumerable<Guid?>> RowsOf(LedgerClient ledger, JsonElement import) =>
            (await ledger.GetAsync($"imports/{import.GetProperty("id").GetGuid()}")).Rows().Where(row => row.Status() == "imported").Select(row => (Guid?)row.Transaction());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_transfer_that_was_deleted_is_forgotten_side_by_side_with_its_imports(bool isWholeFirst)
    {
        var (ledger, bank, savings) = await TwoAccountsAsync();
        var (left, arrived) = (await ledger.ImportAsync(BankFile, bank), await ledger.ImportAsync(SavingsFile, savings));
        await JoinAsync(ledger, left.Rows()[0].Transaction(), arrived.Rows()[0].Transaction(), "transfer");
        (await ledger.DeleteAsync($"transactions/{left.Rows()[0].Transaction()}")).ShouldBe(HttpStatusCode.NoContent);
        await KnownAsync(ledger, (BankFile, bank), (SavingsFile, savings));
        var (first, second) = isWholeFirst ? (left, arrived) : (arrived, left);
        var ((firstFile, firstAccount), (secondFile, secondAccount)) = isWholeFirst
            ? ((BankFile, bank), (SavingsFile, savings))
            : ((SavingsFile, savings), (BankFile, bank));

        await UndoneAsync(first);
        (await ledger.PreviewAsync(firstFile, firstAccount)).ShouldCount(1, 0, 0, HttpStatusCode.OK);
        await KnownAsync(ledger, (secondFile, secondAccount));

        await UndoneAsync(second);
        (await BalancesAsync(ledger, bank, savings)).ShouldBe((0, 0));
        await ImportedAsync(ledger, secondFile, secondAccount);
        await ImportedAsync(ledger, firstFile, firstAccount);
        (await BalancesAsync(ledger, bank, savings)).ShouldBe((-5000, 5000));

        async Task UndoneAsync(ApiResponse import) =>
            (await ledger.DeleteAsync($"imports/{import.Body.GetProperty("id").GetGuid()}")).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task what_was_typed_joined_and_deleted_no_longer_answers_for_an_import_that_is_undone()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var typed = (await ledger.RecordAsync(new { accountId = bank, date = "2026-01-15", amount = -5000, payee = "Dinner" })).GetProperty("id").GetGuid();
        var import = await ledger.ImportAsync(BankFile, bank);
        await JoinAsync(ledger, typed, import.Rows()[0].Transaction(), "entry");
        await ledger.DeleteAsync($"transactions/{typed}");
        await KnownAsync(ledger, (BankFile, bank));

        await ledger.DeleteAsync($"imports/{import.Body.GetProperty("id").GetGuid()}");

        await ImportedAsync(ledger, BankFile, bank);
        (await ledger.BalanceAsync(bank)).ShouldBe(-5000);
    }

    [Fact]
    public async Task the_side_that_the_other_bank_told_of_stays_when_a_transfers_import_is_undone()
    {
        var (ledger, bank, savings) = await TwoAccountsAsync();
        const string qif = "!Type:Bank\nD2026-01-30\nT-50.00\nPMoved\nL[Savings]\n^\n";
        var first = await ledger.ImportAsync(qif, bank);
        var second = (await ledger.ImportAsync(Checking(Entry("B1", "20260202", "50.00", "")), savings)).ShouldCount(0, 1, 0);

        await ledger.DeleteAsync($"imports/{Id(first)}");
        (await BalancesAsync(ledger, bank, savings)).ShouldBe((0, 5000));
        var kept = (await ledger.GetAsync($"transactions?accountId={savings}")).Items.Single();
        (kept.GetProperty("accountId").GetGuid(), kept.GetProperty("amount").GetInt64(), kept.GetProperty("importId").GetGuid()).ShouldBe((savings, 5000, Id(second)));
        (await ledger.PreviewAsync(Checking(Entry("B1", "20260202", "50.00", "")), savings)).ShouldCount(0, 1, 0, HttpStatusCode.OK);

        // The file that was undone brings its own side, and meets the other one.
        var again = (await ledger.ImportAsync(qif, bank)).ShouldCount(1, 0, 0);
        again.Rows()[0].GetProperty("otherSide").GetGuid().ShouldBe(kept.GetProperty("id").GetGuid());
        (await BalancesAsync(ledger, bank, savings)).ShouldBe((-5000, 5000));
        (await ledger.GetAsync("transactions")).Items.Length.ShouldBe(1);

        await ledger.DeleteAsync($"imports/{Id(again)}");
        (await BalancesAsync(ledger, bank, savings)).ShouldBe((0, 5000));
        await ledger.DeleteAsync($"imports/{Id(second)}");
        (await BalancesAsync(ledger, bank, savings)).ShouldBe((0, 0));
        (await ledger.ImportAsync(Checking(Entry("B1", "20260202", "50.00", "")), savings)).ShouldCount(1, 0, 0);

        static Guid Id(ApiResponse import) => import.Body.GetProperty("id").GetGuid();
    }

    [Fact]
    public async Task a_repeated_parting_leaves_what_was_joined_before()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var ids = new List<Guid>();
        for (var n = 0; n < 3; n++)
            ids.Add((await ledger.RecordAsync(new { accountId = bank, date = "2026-01-15", amount = -100 })).GetProperty("id").GetGuid());
        await JoinAsync(ledger, ids[0], ids[1], "entry");
        await JoinAsync(ledger, ids[0], ids[2], "entry");

        (await ledger.DeleteAsync($"transactions/{ids[0]}/joining/{ids[1]}")).ShouldBeProblem(HttpStatusCode.Conflict, "transactions.joining-not-last");
        for (var repeat = 0; repeat < 2; repeat++) (await ledger.DeleteAsync($"transactions/{ids[0]}/joining/{ids[2]}")).ShouldBe(HttpStatusCode.OK);

        (await ReadAsync(ledger, ids[0])).GetProperty("joined").EnumerateArray().Single().GetGuid().ShouldBe(ids[1]);
        (await ledger.BalanceAsync(bank)).ShouldBe(-200);
    }

    [Fact]
    public async Task a_viewer_and_another_ledger_join_nothing()
    {
        var (ledger, bank, savings) = await TwoAccountsAsync();
        var (left, arrived) = (await ImportedAsync(ledger, BankFile, bank), await ImportedAsync(ledger, SavingsFile, savings));
        var viewer = await ledger.InviteAsync(MyBudget.Domain.LedgerRole.Viewer);
        (await JoinAsync(viewer, left, arrived, "transfer")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        (await viewer.DeleteAsync($"transactions/{left}/joining/{arrived}")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        (await JoinAsync(await app.CreateLedgerAsync(), left, arrived, "transfer")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
    }

    private async Task<(LedgerClient Ledger, Guid Bank, Guid Savings)> TwoAccountsAsync()
    {
        var ledger = await app.CreateLedgerAsync();
        return (ledger, await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Savings"));
    }

    private static Task<ApiResponse> JoinAsync(LedgerClient ledger, Guid id, Guid with, string kind) =>
        ledger.PostAsync($"transactions/{id}/joining", new { with, @as = kind });

    private static async Task<Guid> ImportedAsync(LedgerClient ledger, string file, Guid account) =>
        (await ledger.ImportAsync(file, account)).ShouldCount(1, 0, 0).Rows()[0].Transaction();

    private static async Task KnownAsync(LedgerClient ledger, params (string File, Guid Account)[] files)
    {
        foreach (var (file, account) in files) (await ledger.PreviewAsync(file, account)).ShouldCount(0, 1, 0, HttpStatusCode.OK);
    }

    private static async Task<JsonElement> ReadAsync(LedgerClient ledger, Guid id) => (await ledger.GetAsync($"transactions/{id}")).ShouldBe(HttpStatusCode.OK).Body;

    private static async Task<(long, long)> BalancesAsync(LedgerClient ledger, Guid one, Guid other) => (await ledger.BalanceAsync(one), await ledger.BalanceAsync(other));

    /// <summary>All but when it was changed.</summary>
    private static string Said(JsonElement entry) =>
        string.Join(", ", entry.EnumerateObject().Where(member => member.Name is not ("version" or "updatedAt")).Select(member => member.ToString()));
}
