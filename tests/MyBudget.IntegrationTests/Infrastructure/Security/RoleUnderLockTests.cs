using System.Net;
using MyBudget.Domain;
using MyBudget.IntegrationTests.Features.Imports;
using MyBudget.IntegrationTests.Features.Sync;

namespace MyBudget.IntegrationTests.Infrastructure.Security;

/// <summary>A member who waits for the ledger while somebody takes their role away is answered as who never had it.</summary>
public sealed class RoleUnderLockTests(AppFixture app)
{
    public static TheoryData<string, bool> Writes =>
        new((from write in Known.Keys from isRemoved in new[] { true, false } select (write, isRemoved)).ToArray());

    private static readonly Dictionary<string, Func<LedgerClient, Ledger, Task<ApiResponse>>> Known = new(StringComparer.Ordinal)
    {
        ["record"] = (member, it) => member.PostAsync("transactions", it.Entry(-1)),
        ["record with an id"] = (member, it) => member.PostAsync("transactions", new { id = Guid.CreateVersion7(), accountId = it.Bank, date = "2026-01-01", amount = -1 }),
        ["batch"] = (member, it) => member.PostAsync("transactions/batch", new { transactions = new[] { it.Entry(-1), it.Entry(-2) } }),
        ["revise"] = (member, it) => member.PatchAsync($"transactions/{it.Transaction}", new { amount = -7 }),
        ["delete"] = (member, it) => member.DeleteAsync($"transactions/{it.Transaction}"),
        ["bulk"] = (member, it) => member.PostAsync(
            "transactions/revisions", new { where = new { ids = new[] { it.Transaction } }, change = new { payee = "Other" } }),
        ["import"] = (member, it) => member.ImportAsync(BankFixtures.Csv, it.Bank),
        ["large import"] = (member, it) => member.ImportAsync(BankFixtures.Many(500), it.Bank),
        ["account"] = (member, _) => member.PostAsync(
            "accounts", new { name = "Cash", type = "cash", currency = "EUR", openingBalance = 0, openedOn = "2020-01-01" }),
        ["category"] = (member, _) => member.PostAsync("categories", new { name = "Tea", group = "Tests", kind = "expense" }),
        ["budget"] = (member, _) => member.PostAsync(
            "budgets", new { name = "Tea", amount = 5000, currency = "EUR", period = "month", startsOn = "2026-01-01" }),
        ["layouts"] = (member, it) => member.DeleteAsync($"accounts/{it.Bank}/import-layouts"),
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task an_editor_who_is_one_no_longer_writes_nothing(string write, bool isRemoved)
    {
        var (ledger, it) = await LedgerAsync();
        var member = await ledger.InviteAsync(LedgerRole.Editor);
        await ledger.ImportAsync(BankFixtures.Coffees, it.Bank);
        var before = await ledger.RevisionAsync();

        var answer = await WhileHeldAsync(ledger, member, isRemoved ? null : "viewer", () => Known[write](member, it));

        if (isRemoved) answer.ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        else answer.ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        (await ledger.RevisionAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("rename")]
    [InlineData("invite")]
    [InlineData("withdraw")]
    [InlineData("role")]
    [InlineData("remove")]
    public async Task an_owner_who_is_one_no_longer_decides_nothing(string decision)
    {
        var (ledger, _) = await LedgerAsync();
        var (owner, editor) = (await ledger.InviteAsync(LedgerRole.Owner), await ledger.InviteAsync(LedgerRole.Editor));
        var invitation = (await ledger.PostAsync("invitations", new { email = $"{Guid.CreateVersion7():N}@example.org", role = "viewer" })).Id;
        var before = await ledger.RevisionAsync();

        var answer = await WhileHeldAsync(ledger, owner, "editor", () => decision switch
        {
            "rename" => owner.PatchAsync(owner.Path, new { name = "Mine" }),
            "invite" => owner.PostAsync("invitations", new { email = $"{Guid.CreateVersion7():N}@example.org", role = "viewer" }),
            "withdraw" => owner.DeleteAsync($"invitations/{invitation}"),
            "role" => owner.PatchAsync($"members/{editor.UserId}", new { role = "owner" }),
            _ => owner.DeleteAsync($"members/{editor.UserId}"),
        });

        answer.ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        (await ledger.RevisionAsync()).ShouldBe(before);
        (await ledger.GetAsync("invitations")).Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task what_was_edited_offline_is_refused_as_to_who_has_the_new_role()
    {
        var (ledger, it) = await LedgerAsync();
        var (demoted, removed) = (await ledger.InviteAsync(LedgerRole.Editor), await ledger.InviteAsync(LedgerRole.Editor));
        var before = await ledger.RevisionAsync();

        var answer = await WhileHeldAsync(ledger, demoted, "viewer", () => PushAsync(demoted));
        answer.ShouldBe(HttpStatusCode.OK).Body.GetProperty("outcomes")[0].GetProperty("status").GetString().ShouldBe("rejected");
        (await WhileHeldAsync(ledger, removed, null, () => PushAsync(removed))).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");

        (await ledger.RevisionAsync()).ShouldBe(before);

        Task<ApiResponse> PushAsync(LedgerClient member) =>
            member.PostAsync("sync", new { operations = new[] { Pushes.Op("transaction.record", Pushes.Id(), it.Entry(-1)) } });
    }

    private async Task<ApiResponse> WhileHeldAsync(LedgerClient ledger, LedgerClient member, string? role, Func<Task<ApiResponse>> write)
    {
        await using var held = await HeldLedger.HoldAsync(app.ConnectionString, ledger.LedgerId);
        var writing = write();
        await held.WaitForAsync(writing);
        await held.ChangeMemberAsync(member.UserId, role);
        await held.LetGoAsync();
        return await writing;
    }

    private async Task<(LedgerClient Client, Ledger It)> LedgerAsync()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var recorded = await ledger.RecordAsync(new { accountId = bank, date = "2026-01-01", amount = -5 });
        return (ledger, new Ledger(bank, recorded.GetProperty("id").GetGuid()));
    }

    private sealed record Ledger(Guid Bank, Guid Transaction)
    {
        public object Entry(long amount) => new { accountId = Bank, date = "2026-01-01", amount };
    }
}
