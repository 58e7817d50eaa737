using System.Net;
using MyBudget.IntegrationTests.Features.Imports;
using static MyBudget.IntegrationTests.Features.Transactions.Receipts.Attaching;

namespace MyBudget.IntegrationTests.Features.Transactions.Receipts;

/// <summary>A receipt belongs to one transaction at a time, to one that is there if it can, and is never lost on the way.</summary>
public sealed class JoinedReceiptTests(AppFixture app)
{
    private const string BankFile = "Date,Amount,Payee\n2026-03-14,-12.50,Shop\n";

    [Fact]
    public async Task goes_where_its_transaction_goes_and_back_again()
    {
        var (ledger, bank) = await LedgerAsync();
        var (one, other) = (await ledger.EntryAsync(bank), await ledger.EntryAsync(bank));
        Guid[] ids = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];
        await ledger.AttachAsync(other, ids[0]);
        await ledger.AttachAsync(one, ids[1]);
        await ledger.AttachAsync(other, ids[2]);

        (await JoinAsync(ledger, one, other)).ShouldBe(HttpStatusCode.OK).Body.Receipts().ShouldBe(ids[..3]);
        (await ledger.GetAsync(Path(one, ids[0]))).Bytes.ShouldBe(Picture.Jpeg());
        (await ledger.AttachAsync(one, ids[0])).ShouldBe(HttpStatusCode.OK);
        await ledger.AttachAsync(one, ids[3]);
        // What is removed from the whole is not on the part either, and can be brought back where it was removed.
        (await ledger.DeleteAsync(Path(one, ids[2]))).ShouldBe(HttpStatusCode.NoContent);

        (await ledger.DeleteAsync($"transactions/{one}/joining/{other}")).ShouldBe(HttpStatusCode.OK).Body.Receipts().ShouldBe([ids[1], ids[3]]);
        (await ledger.TransactionAsync(other)).Receipts().ShouldBe([ids[0]]);
        (await ledger.GetAsync(Path(other, ids[0]))).Bytes.ShouldBe(Picture.Jpeg());
        (await ledger.GetAsync(Path(one, ids[0]))).ShouldBe(HttpStatusCode.NotFound);
        (await ledger.PostAsync($"{Path(other, ids[2])}/restore")).ShouldBe(HttpStatusCode.NotFound);
        (await ledger.PostAsync($"{Path(one, ids[2])}/restore")).ShouldBe(HttpStatusCode.OK).Body.Receipts().ShouldBe([ids[1], ids[2], ids[3]]);
    }

    [Fact]
    public async Task of_more_than_ten_none_is_lost()
    {
        var (ledger, bank) = await LedgerAsync();
        var (one, other) = (await ledger.EntryAsync(bank), await ledger.EntryAsync(bank));
        for (var count = 0; count < 6; count++)
        {
            await ledger.AttachAsync(one, Guid.CreateVersion7());
            await ledger.AttachAsync(other, Guid.CreateVersion7());
        }

        (await JoinAsync(ledger, one, other)).ShouldBe(HttpStatusCode.OK).Body.Receipts().Length.ShouldBe(12);
        (await ledger.AttachAsync(one, Guid.CreateVersion7())).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "receipts.too-many");
        await ledger.DeleteAsync($"transactions/{one}");
        (await ledger.PostAsync($"transactions/{one}/restoration")).Body.Receipts().Length.ShouldBe(12);
        await ledger.DeleteAsync($"transactions/{one}/joining/{other}");
        (await ledger.TransactionAsync(other)).Receipts().Length.ShouldBe(6);
    }

    [Fact]
    public async Task stays_with_what_is_left_when_an_import_is_undone()
    {
        var (ledger, bank) = await LedgerAsync();
        var typed = await ledger.EntryAsync(bank);
        var (import, imported) = await ImportedAsync(ledger, bank, typed);
        Guid[] ids = [Guid.CreateVersion7(), Guid.CreateVersion7()];
        await ledger.AttachAsync(imported, ids[0]);
        await JoinAsync(ledger, typed, imported);
        await ledger.AttachAsync(typed, ids[1]);

        (await ledger.DeleteAsync($"imports/{import}")).ShouldBe(HttpStatusCode.NoContent);

        (await ledger.GetAsync($"transactions/{imported}")).ShouldBe(HttpStatusCode.NotFound);
        (await ledger.TransactionAsync(typed)).Receipts().ShouldBe(ids);
        foreach (var id in ids) (await ledger.GetAsync(Path(typed, id))).Bytes.ShouldBe(Picture.Jpeg());
    }

    [Fact]
    public async Task comes_back_to_what_was_there_before_the_import()
    {
        var (ledger, bank) = await LedgerAsync();
        var typed = await ledger.EntryAsync(bank);
        var (import, imported) = await ImportedAsync(ledger, bank, typed);
        Guid[] ids = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];
        await ledger.AttachAsync(typed, ids[0]);
        await ledger.AttachAsync(imported, ids[1]);
        (await JoinAsync(ledger, imported, typed)).ShouldBe(HttpStatusCode.OK);
        await ledger.AttachAsync(imported, ids[2]);

        (await ledger.DeleteAsync($"imports/{import}")).ShouldBe(HttpStatusCode.NoContent);

        (await ledger.TransactionAsync(typed)).Receipts().ShouldBe(ids);
    }

    [Fact]
    public async Task is_kept_with_an_import_that_is_undone_and_can_be_restored()
    {
        var (ledger, bank) = await LedgerAsync();
        var import = (await ledger.ImportAsync(BankFile, bank)).ShouldCount(1, 0, 0);
        var (entry, receipt) = (import.Rows()[0].Transaction(), Guid.CreateVersion7());
        await ledger.AttachAsync(entry, receipt);

        (await ledger.DeleteAsync($"imports/{import.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await ledger.PostAsync($"transactions/{entry}/restoration")).ShouldBe(HttpStatusCode.OK).Body.Receipts().ShouldBe([receipt]);
        (await ledger.GetAsync(Path(entry, receipt))).Bytes.ShouldBe(Picture.Jpeg());
    }

    [Fact]
    public async Task a_row_of_a_bank_and_a_merged_category_leave_it()
    {
        var (ledger, bank) = await LedgerAsync();
        var (food, tea) = (await ledger.CreateCategoryAsync("Food"), await ledger.CreateCategoryAsync("Tea"));
        var entry = (await ledger.RecordAsync(new { accountId = bank, date = "2026-03-14", amount = -1250, payee = "Shop", categoryId = tea, status = "pending" })).GetProperty("id").GetGuid();
        var receipt = Guid.CreateVersion7();
        await ledger.AttachAsync(entry, receipt);

        var import = (await ledger.ImportAsync(BankFile, bank)).ShouldCount(0, 1, 0);
        (await ledger.PostAsync($"categories/{tea}/merger", new { into = food })).ShouldBe(HttpStatusCode.OK);
        (await ledger.DeleteAsync($"imports/{import.Id}")).ShouldBe(HttpStatusCode.NoContent);

        var now = await ledger.TransactionAsync(entry);
        (now.GetProperty("categoryId").GetGuid(), now.GetProperty("status").GetString()).ShouldBe((food, "pending"));
        now.Receipts().ShouldBe([receipt]);
    }

    private async Task<(LedgerClient Ledger, Guid Bank)> LedgerAsync()
    {
        var ledger = await app.CreateLedgerAsync();
        return (ledger, await ledger.OpenAccountAsync());
    }

    private static Task<ApiResponse> JoinAsync(LedgerClient ledger, Guid id, Guid with) =>
        ledger.PostAsync($"transactions/{id}/joining", new { with, @as = "entry" });

    /// <summary>The same again as an entry of its own.</summary>
    private static async Task<(Guid Import, Guid Entry)> ImportedAsync(LedgerClient ledger, Guid bank, Guid typed)
    {
        // Another day keeps the file from meeting what was typed.
        (await ledger.PatchAsync($"transactions/{typed}", new { date = "2026-01-15" })).ShouldBe(HttpStatusCode.OK);
        var import = (await ledger.ImportAsync(BankFile, bank)).ShouldCount(1, 0, 0);
        return (import.Id, import.Rows()[0].Transaction());
    }
}
