using System.Net;
using MyBudget.Domain;
using static MyBudget.IntegrationTests.Features.Imports.BankFixtures;

namespace MyBudget.IntegrationTests.Features.Imports;

public sealed class UndoImportTests(AppFixture app)
{
    [Fact]
    public async Task takes_back_all_of_it_at_once_and_the_file_can_come_again()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var import = await ledger.ImportAsync(Csv, bank);
        await ledger.DeleteAsync($"transactions/{import.Rows()[0].Transaction()}");
        await ledger.PatchAsync($"transactions/{import.Rows()[1].Transaction()}", new { payee = "Employer" });
        var revision = await ledger.RevisionAsync();

        (await ledger.DeleteAsync($"imports/{import.Id}")).ShouldBe(HttpStatusCode.NoContent);

        (await ledger.RevisionAsync()).ShouldBe(revision + 1);
        (await ledger.BalanceAsync(bank)).ShouldBe(0);
        (await ledger.GetAsync("transactions")).Items.ShouldBeEmpty();
        (await ledger.GetAsync($"imports/{import.Id}")).Body.GetProperty("undoneAt").GetDateTimeOffset().ShouldNotBe(default);

        (await ledger.DeleteAsync($"imports/{import.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await ledger.RevisionAsync()).ShouldBe(revision + 1);
        (await ledger.ImportAsync(Csv, bank)).ShouldCount(3, 0, 0);
        (await ledger.ImportAsync(Csv, bank)).ShouldCount(0, 3, 0);
    }

    [Fact]
    public async Task an_entry_can_be_restored_after_it_and_is_known_again()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var import = await ledger.ImportAsync(Coffees, bank);
        await ledger.DeleteAsync($"imports/{import.Id}");

        (await ledger.PostAsync($"transactions/{import.Rows()[0].Transaction()}/restoration")).ShouldBe(HttpStatusCode.OK);

        (await ledger.ImportAsync(Coffees, bank)).ShouldCount(2, 1, 0);
    }

    [Fact]
    public async Task what_it_takes_back_is_not_looked_through_by_later_imports()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var import = await ledger.ImportAsync(Coffees, bank);
        await ledger.DeleteAsync($"transactions/{import.Rows()[2].Transaction()}");
        (await KnownToBankAsync()).ShouldBe(3);

        await ledger.DeleteAsync($"imports/{import.Id}");
        (await KnownToBankAsync()).ShouldBe(0);
        (await ledger.PostAsync($"transactions/{import.Rows()[0].Transaction()}/restoration")).ShouldBe(HttpStatusCode.OK);
        (await KnownToBankAsync()).ShouldBe(1);

        async Task<long> KnownToBankAsync() => (await new LedgerDatabase(app.ConnectionString, ledger.LedgerId).QueryAsync<long>(
            "select count(*) from mt_doc_transaction where tenant_id = @tenant and bank_account_id is not null")).Single();
    }

    [Fact]
    public async Task is_refused_while_entries_are_reconciled_or_the_account_is_closed()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var import = await ledger.ImportAsync(Csv, bank);
        var entry = import.Rows()[0].Transaction();
        (await ledger.PatchAsync($"transactions/{entry}", new { status = "reconciled" })).ShouldBe(HttpStatusCode.OK);

        var refused = (await ledger.DeleteAsync($"imports/{import.Id}")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "imports.reconciled");
        refused.Body.GetProperty("count").GetInt32().ShouldBe(1);
        refused.Body.GetProperty("detail").GetString().ShouldBe("1 of the imported entries are reconciled; unlock them first.");
        (await ledger.GetAsync("transactions")).Items.Length.ShouldBe(3);

        await ledger.PatchAsync($"transactions/{entry}", new { status = "cleared" });
        await ledger.PostAsync($"accounts/{bank}/closure");
        (await ledger.DeleteAsync($"imports/{import.Id}")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "accounts.closed");
        await ledger.DeleteAsync($"accounts/{bank}/closure");
        (await ledger.DeleteAsync($"imports/{import.Id}")).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task roles_and_ledgers_are_kept_apart()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var import = await ledger.ImportAsync(Csv, bank);
        var viewer = await ledger.InviteAsync(LedgerRole.Viewer);
        var editor = await ledger.InviteAsync(LedgerRole.Editor);
        var stranger = await app.CreateLedgerAsync();

        (await viewer.GetAsync($"imports/{import.Id}")).ShouldBe(HttpStatusCode.OK);
        (await viewer.ImportAsync(Csv, bank)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        (await viewer.PreviewAsync(Csv, bank)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        (await viewer.DeleteAsync($"imports/{import.Id}")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        (await ledger.As(stranger).ImportAsync(Csv, bank)).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await ledger.As(stranger).GetAsync("imports")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");

        (await stranger.GetAsync($"imports/{import.Id}")).ShouldBe(HttpStatusCode.NotFound);
        (await stranger.DeleteAsync($"imports/{import.Id}")).ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync("imports")).Items.ShouldBeEmpty();
        (await editor.ImportAsync(Csv, bank)).ShouldCount(0, 3, 0);
        (await editor.DeleteAsync($"imports/{import.Id}")).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task a_repeated_request_with_an_id_gets_the_same_answer()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var id = Guid.CreateVersion7();
        var bytes = System.Text.Encoding.UTF8.GetBytes(Csv);

        var first = (await ledger.UploadAsync(bytes, bank, preview: false, id)).ShouldCount(3, 0, 0);
        var revision = await ledger.RevisionAsync();
        (await ledger.UploadAsync(bytes, bank, preview: false, id)).ShouldBe(HttpStatusCode.Created).Body.ShouldBeJson(first.Body);

        (await ledger.RevisionAsync()).ShouldBe(revision);
        (await ledger.UploadAsync([.. bytes, (byte)'\n'], bank, preview: false, id)).ShouldBeProblem(HttpStatusCode.Conflict, "http.id-taken");
        (await ledger.UploadAsync(bytes, bank, preview: false, bank)).ShouldBeProblem(HttpStatusCode.Conflict, "http.id-taken");
    }
}
