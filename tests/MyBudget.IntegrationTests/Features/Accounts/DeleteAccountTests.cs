using System.Net;
using System.Text.Json;
using MyBudget.Infrastructure.EventStore.Maintenance;

namespace MyBudget.IntegrationTests.Features.Accounts;

public sealed class DeleteAccountTests(AppFixture app)
{
    [Fact]
    public async Task one_without_entries_goes_for_good_and_its_opening_is_still_the_same_success()
    {
        var ledger = await app.CreateLedgerAsync();
        var request = new { id = Guid.CreateVersion7(), name = "Mistake", type = "cash", currency = "EUR", openedOn = "2026-01-01", openingBalance = 700 };
        (await ledger.PostAsync("accounts", request)).ShouldBe(HttpStatusCode.Created);
        (await ledger.DeleteAsync($"accounts/{request.id}", ("If-Match", "\"9\""))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);

        (await ledger.DeleteAsync($"accounts/{request.id}")).ShouldBe(HttpStatusCode.NoContent);

        (await ledger.GetAsync("accounts")).Items.ShouldBeEmpty();
        (await ledger.GetAsync($"accounts/{request.id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ledger.DeleteAsync($"accounts/{request.id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ledger.PostAsync("transactions", new { accountId = request.id, date = "2026-01-01", amount = -1 }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.unknown-account");
        var again = (await ledger.PostAsync("accounts", request)).ShouldBe(HttpStatusCode.Created).Body;
        again.GetProperty("deletedAt").ValueKind.ShouldBe(JsonValueKind.String);
        again.GetProperty("balance").GetInt64().ShouldBe(700);
        (await ledger.GetAsync("accounts")).Items.ShouldBeEmpty();
        (await ledger.PostAsync("accounts", request with { name = "Other" })).ShouldBeProblem(HttpStatusCode.Conflict, "http.id-taken");
        await ledger.OpenAccountAsync("Mistake");
    }

    [Fact]
    public async Task one_with_entries_even_deleted_ones_is_closed_instead()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash, other) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"), await ledger.OpenAccountAsync("Other"));
        await ledger.RecordAsync(new { accountId = bank, date = "2026-01-01", amount = -1, transfer = new { accountId = cash } });
        var entry = (await ledger.RecordAsync(new { accountId = other, date = "2026-01-01", amount = -1 })).GetProperty("id").GetGuid();
        (await ledger.DeleteAsync($"transactions/{entry}")).ShouldBe(HttpStatusCode.NoContent);

        foreach (var account in (Guid[])[bank, cash, other])
            (await ledger.DeleteAsync($"accounts/{account}")).ShouldBeProblem(HttpStatusCode.Conflict, "accounts.in-use");
    }

    [Fact]
    public async Task its_entries_may_have_gone_elsewhere_and_budgets_that_name_it_lose_it()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"));
        object Budget(string name, params Guid[] accountIds) => new { name, amount = 100, currency = "EUR", period = "month", startsOn = "2026-01-01", accountIds };
        var (both, one) = ((await ledger.PostAsync("budgets", Budget("Both", bank, cash))).Id, (await ledger.PostAsync("budgets", Budget("One", cash))).Id);
        var entry = (await ledger.RecordAsync(new { accountId = cash, date = "2026-01-01", amount = -30 })).GetProperty("id").GetGuid();
        (await ledger.PatchAsync($"transactions/{entry}", new { accountId = bank })).ShouldBe(HttpStatusCode.OK);

        (await ledger.DeleteAsync($"accounts/{cash}")).ShouldBe(HttpStatusCode.NoContent);

        (await AccountsAsync(both)).ShouldBe([bank]);
        (await AccountsAsync(one)).ShouldBe([cash]);
        (await ledger.GetAsync($"budgets/{both}/status?on=2026-01-01")).Body.GetProperty("spent").GetInt64().ShouldBe(30);
        (await ledger.GetAsync($"budgets/{one}/status?on=2026-01-01")).Body.GetProperty("spent").GetInt64().ShouldBe(0);
        await using var output = new StringWriter();
        await TotalsCommand.RunAsync(app.Host.Services, TotalsAction.Check, ledger.LedgerId, output, TestContext.Current.CancellationToken);
        output.ToString().Trim().ShouldBe("1 ledgers compared, 0 with drift");

        async Task<Guid[]> AccountsAsync(Guid budget) =>
            [.. (await ledger.GetAsync($"budgets/{budget}")).Body.GetProperty("accountIds").EnumerateArray().Select(id => id.GetGuid())];
    }

    [Fact]
    public async Task accounts_have_an_order_a_note_and_an_iban()
    {
        var ledger = await app.CreateLedgerAsync();
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var name in (string[])["Card", "Bank", "Cash"]) ids[name] = await ledger.OpenAccountAsync(name);

        var ordered = await ledger.PutAsync("accounts/order", new { ids = new[] { ids["Cash"], ids["Card"] } });
        ordered.ShouldBe(HttpStatusCode.OK).Items.Select(NameOf).ShouldBe(["Cash", "Card", "Bank"]);
        (await ledger.GetAsync("accounts")).Items.Select(NameOf).ShouldBe(["Cash", "Card", "Bank"]);
        (await ledger.PutAsync("accounts/order", new { ids = new[] { Guid.CreateVersion7() } }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "accounts.unknown");

        var told = await ledger.PatchAsync($"accounts/{ids["Bank"]}", new { note = " joint\nsince May ", iban = "gb82 west 1234 5698 7654 32" });
        told.ShouldBe(HttpStatusCode.OK).Body.GetProperty("iban").GetString().ShouldBe("GB82WEST12345698765432");
        told.Body.GetProperty("note").GetString().ShouldBe("joint\nsince May");
        foreach (var iban in (string[])["GB82WEST12345698765431", "GB82", "82GBWEST12345698765432", "GB82WEST1234569876543\u00e4"])
            (await ledger.PatchAsync($"accounts/{ids["Bank"]}", new { iban })).ShouldBlame("iban", "iban");
        (await ledger.PatchAsync($"accounts/{ids["Bank"]}", new { note = new string('a', 1_001) })).ShouldBlame("note", "too-long");
        (await ledger.PatchAsync($"accounts/{ids["Bank"]}", new { iban = (string?)null, note = "" })).Body.GetProperty("iban").ValueKind.ShouldBe(JsonValueKind.Null);

        static string? NameOf(JsonElement account) => account.GetProperty("name").GetString();
    }
}
