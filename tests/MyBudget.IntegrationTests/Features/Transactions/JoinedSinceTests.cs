using System.Net;
using System.Text.Json;

namespace MyBudget.IntegrationTests.Features.Transactions;

/// <summary>Joined transactions whose statements are undone and whose categories are merged meanwhile: parting goes by what holds then.</summary>
public sealed class JoinedSinceTests(AppFixture app)
{
    [Fact]
    public async Task a_statement_from_before_is_undone_in_what_they_were_joined_to()
    {
        var (ledger, bank, savings) = await TwoAccountsAsync();
        var (left, arrived) = (await RecordAsync(ledger, bank, -50), await RecordAsync(ledger, savings, 50));
        var statement = await ReconcileAsync(ledger, savings, 50);
        await JoinAsync(ledger, left, arrived, "transfer");

        (await UndoAsync(ledger, savings, statement)).ShouldBe((1, 0));

        (await ReadAsync(ledger, left)).GetProperty("transfer").TryGetProperty("status", out _).ShouldBeFalse();
        await PartAsync(ledger, left, arrived);
        StatusOf(await ReadAsync(ledger, arrived)).ShouldBe(("cleared", null));
    }

    [Theory]
    [InlineData("transfer")]
    [InlineData("entry")]
    public async Task a_statement_goes_with_the_part_that_it_is_of(string kind)
    {
        var (ledger, bank, savings) = await TwoAccountsAsync();
        var isTransfer = kind is "transfer";
        var other = isTransfer ? savings : bank;
        var (whole, part) = (await RecordAsync(ledger, bank, -50, "pending"), await RecordAsync(ledger, other, isTransfer ? 50 : -50));
        var statement = isTransfer ? Guid.Empty : await ReconcileAsync(ledger, other, -50);
        await JoinAsync(ledger, whole, part, kind);
        if (isTransfer) statement = await ReconcileAsync(ledger, other, 50);
        else StatusOf(await ReadAsync(ledger, whole)).ShouldBe(("reconciled", "2026-02-28"));

        await PartAsync(ledger, whole, part);

        StatusOf(await ReadAsync(ledger, part)).ShouldBe(("reconciled", "2026-02-28"));
        StatusOf(await ReadAsync(ledger, whole)).ShouldBe(("pending", null));
        (await UndoAsync(ledger, other, statement)).ShouldBe((1, 0));
        StatusOf(await ReadAsync(ledger, part)).ShouldBe(("cleared", null));
    }

    [Fact]
    public async Task a_statement_that_was_undone_does_not_come_back_with_the_part()
    {
        var (ledger, bank, _) = await TwoAccountsAsync();
        var (typed, known) = (await RecordAsync(ledger, bank, -50, "pending"), await RecordAsync(ledger, bank, -50));
        var statement = await ReconcileAsync(ledger, bank, -50);
        await JoinAsync(ledger, typed, known, "entry");

        (await UndoAsync(ledger, bank, statement)).ShouldBe((1, 0));
        await PartAsync(ledger, typed, known);

        StatusOf(await ReadAsync(ledger, known)).ShouldBe(("cleared", null));
    }

    [Fact]
    public async Task a_lock_that_came_with_a_part_stays_with_it_alone()
    {
        var (ledger, bank, savings) = await TwoAccountsAsync();
        var (typed, known) = (await RecordAsync(ledger, bank, -50, "pending"), await RecordAsync(ledger, bank, -50));
        await ReconcileAsync(ledger, bank, -50);
        await JoinAsync(ledger, typed, known, "entry");
        (await ledger.PatchAsync($"transactions/{typed}", new { transfer = new { accountId = savings } })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.reconciled");

        await PartAsync(ledger, typed, known);

        (StatusOf(await ReadAsync(ledger, typed)).Status, StatusOf(await ReadAsync(ledger, known)).Status).ShouldBe(("pending", "reconciled"));
    }

    [Fact]
    public async Task a_category_that_was_merged_meanwhile_goes_where_it_came_from()
    {
        var (ledger, bank, _) = await TwoAccountsAsync();
        var (tea, drinks) = (await ledger.CreateCategoryAsync("Tea"), await ledger.CreateCategoryAsync("Drinks"));
        var (open, known) = (await RecordAsync(ledger, bank, -50), await RecordAsync(ledger, bank, -50));
        await ledger.PatchAsync($"transactions/{known}", new { categoryId = tea });
        await JoinAsync(ledger, open, known, "entry");
        (await ledger.PostAsync($"categories/{tea}/merger", new { into = drinks })).ShouldBe(HttpStatusCode.OK);

        await PartAsync(ledger, open, known);

        (await ReadAsync(ledger, open)).GetProperty("categoryId").ValueKind.ShouldBe(JsonValueKind.Null);
        (await ReadAsync(ledger, known)).GetProperty("categoryId").GetGuid().ShouldBe(drinks);
    }

    private async Task<(LedgerClient Ledger, Guid Bank, Guid Savings)> TwoAccountsAsync()
    {
        var ledger = await app.CreateLedgerAsync();
        return (ledger, await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Savings"));
    }

    private static async Task<Guid> RecordAsync(LedgerClient ledger, Guid account, long amount, string status = "cleared") =>
        (await ledger.RecordAsync(new { accountId = account, date = "2026-02-02", amount, status })).GetProperty("id").GetGuid();

    private static async Task JoinAsync(LedgerClient ledger, Guid id, Guid with, string kind) =>
        (await ledger.PostAsync($"transactions/{id}/joining", new { with, @as = kind })).ShouldBe(HttpStatusCode.OK);

    private static async Task PartAsync(LedgerClient ledger, Guid id, Guid with) =>
        (await ledger.DeleteAsync($"transactions/{id}/joining/{with}")).ShouldBe(HttpStatusCode.OK);

    private static async Task<JsonElement> ReadAsync(LedgerClient ledger, Guid id) => (await ledger.GetAsync($"transactions/{id}")).ShouldBe(HttpStatusCode.OK).Body;

    private static (string? Status, string? On) StatusOf(JsonElement entry) =>
        (entry.GetProperty("status").GetString(), entry.TryGetProperty("reconciledOn", out var on) ? on.GetString() : null);

    private static async Task<Guid> ReconcileAsync(LedgerClient ledger, Guid account, long balance) =>
        (await ledger.PostAsync($"accounts/{account}/reconciliation", new { on = "2026-02-28", balance })).ShouldBe(HttpStatusCode.OK).Id;

    private static async Task<(int Cleared, int Left)> UndoAsync(LedgerClient ledger, Guid account, Guid statement)
    {
        var undone = (await ledger.DeleteAsync($"accounts/{account}/reconciliations/{statement}")).ShouldBe(HttpStatusCode.OK).Body;
        return (undone.GetProperty("cleared").GetInt32(), undone.GetProperty("left").GetArrayLength());
    }
}
