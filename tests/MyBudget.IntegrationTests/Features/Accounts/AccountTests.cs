using System.Net;

namespace MyBudget.IntegrationTests.Features.Accounts;

public sealed class AccountTests(AppFixture app)
{
    [Fact]
    public async Task is_opened_with_its_opening_balance()
    {
        var ledger = await app.CreateLedgerAsync();
        var opened = await ledger.PostAsync("accounts", new
        {
            name = " Bank ",
            type = "creditCard",
            currency = "EUR",
            openingBalance = -12_34,
            openedOn = "2026-01-31",
        });

        opened.ShouldBe(HttpStatusCode.Created);
        var account = opened.Body;
        account.GetProperty("name").GetString().ShouldBe("Bank");
        account.GetProperty("type").GetString().ShouldBe("creditCard");
        account.GetProperty("balance").GetInt64().ShouldBe(-12_34);
        account.GetProperty("clearedBalance").GetInt64().ShouldBe(-12_34);
        account.GetProperty("onBudget").GetBoolean().ShouldBeTrue();
        account.GetProperty("closed").GetBoolean().ShouldBeFalse();
        account.GetProperty("version").GetInt32().ShouldBe(1);

        var read = await ledger.GetAsync(opened.Headers.Location!.ToString());
        read.Text.ShouldBe(opened.Text);
        read.ETag.ShouldBe(opened.ETag);
        (await ledger.GetAsync("accounts")).Items.Single().GetProperty("id").GetGuid().ShouldBe(opened.Id);
    }

    [Fact]
    public async Task a_revised_opening_balance_moves_the_balances()
    {
        var ledger = await app.CreateLedgerAsync();
        var id = await ledger.OpenAccountAsync(openingBalance: 100);

        var revised = await ledger.PatchAsync($"accounts/{id}", new { openingBalance = 250, name = "Giro" });

        revised.ShouldBe(HttpStatusCode.OK);
        revised.Body.GetProperty("balance").GetInt64().ShouldBe(250);
        revised.Body.GetProperty("name").GetString().ShouldBe("Giro");
        revised.Body.GetProperty("version").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task a_patch_that_changes_nothing_writes_nothing()
    {
        var ledger = await app.CreateLedgerAsync();
        var id = await ledger.OpenAccountAsync("Bank");
        var before = await ledger.RevisionAsync();

        (await ledger.PatchAsync($"accounts/{id}", new { name = "Bank" })).ShouldBe(HttpStatusCode.OK);
        (await ledger.RevisionAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task the_currency_is_fixed_and_names_are_unique_among_open_accounts()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync("Bank");
        var again = new { name = "BANK", type = "cash", currency = "EUR", openedOn = "2026-01-01" };

        (await ledger.PatchAsync($"accounts/{bank}", new { currency = "USD" }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "accounts.currency-fixed");
        (await ledger.PostAsync("accounts", again)).ShouldBeProblem(HttpStatusCode.Conflict, "accounts.name-taken");

        (await ledger.PostAsync($"accounts/{bank}/closure")).Body.GetProperty("closed").GetBoolean().ShouldBeTrue();
        (await ledger.PostAsync("accounts", again)).ShouldBe(HttpStatusCode.Created);
        (await ledger.DeleteAsync($"accounts/{bank}/closure")).ShouldBeProblem(HttpStatusCode.Conflict, "accounts.name-taken");
    }

    [Fact]
    public async Task a_repeated_opening_is_the_same_success_and_other_content_a_conflict()
    {
        var ledger = await app.CreateLedgerAsync();
        var request = new { id = Guid.CreateVersion7(), name = "Bank", type = "checking", currency = "EUR", openedOn = "2026-01-01" };

        var first = await ledger.PostAsync("accounts", request);
        (await ledger.PostAsync("accounts", request)).ShouldBe(HttpStatusCode.Created).Text.ShouldBe(first.Text);
        (await ledger.PostAsync("accounts", request with { name = "Other" })).ShouldBeProblem(HttpStatusCode.Conflict, "http.id-taken");
        (await ledger.GetAsync("accounts")).Items.Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"type":"checking","currency":"EUR","openedOn":"2026-01-01"}""", "name", "required")]
    [InlineData("""{"name":"a","currency":"EUR","openedOn":"2026-01-01"}""", "type", "required")]
    [InlineData("""{"name":"a","type":"vault","currency":"EUR","openedOn":"2026-01-01"}""", "type", "json")]
    [InlineData("""{"name":"a","type":0,"currency":"EUR","openedOn":"2026-01-01"}""", "type", "json")]
    [InlineData("""{"name":"a","type":"cash","currency":"ZZZ","openedOn":"2026-01-01"}""", "currency", "currency")]
    [InlineData("""{"name":"a","type":"cash","currency":"EUR","openedOn":"2026-02-30"}""", "openedOn", "json")]
    [InlineData("""{"name":"a","type":"cash","currency":"EUR","openedOn":"0001-01-01"}""", "openedOn", "date-range")]
    [InlineData("""{"name":"a","type":"cash","currency":"EUR","openedOn":"2026-01-01","openingBalance":1000000000000000}""", "openingBalance", "amount-range")]
    [InlineData("""{"name":"a","type":"cash","currency":"EUR","openedOn":"2026-01-01","openingBalance":99999999999999999999}""", "openingBalance", "json")]
    [InlineData("""{"name":"a","type":"cash","currency":"EUR","openedOn":"2026-01-01","openingBalance":1.5}""", "openingBalance", "json")]
    public async Task bad_input_names_the_field(string body, string field, string code)
    {
        var ledger = await app.CreateLedgerAsync();
        (await ledger.PostAsync("accounts", body)).ShouldBlame(field, code);
        (await ledger.GetAsync("accounts")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_patch_is_validated_as_what_it_makes_of_the_account()
    {
        var ledger = await app.CreateLedgerAsync();
        var id = await ledger.OpenAccountAsync();

        (await ledger.PatchAsync($"accounts/{id}", """{"name":null}""")).ShouldBlame("name", "required");
        (await ledger.PatchAsync($"accounts/{id}", """{"balance":5}""")).ShouldBlame("balance", "unknown-member");
        (await ledger.PatchAsync($"accounts/{id}", "[]")).ShouldBlame(string.Empty);
        (await ledger.PatchAsync($"accounts/{id}", "{")).ShouldBlame(string.Empty);
    }

    [Fact]
    public async Task a_ledger_has_room_for_five_hundred()
    {
        var ledger = await app.CreateLedgerAsync();
        for (var count = 0; count < 500; count++) await ledger.OpenAccountAsync($"Account {count}");

        (await ledger.PostAsync("accounts", new { name = "One more", type = "cash", currency = "EUR", openedOn = "2026-01-01" }, ("Accept-Language", "ru")))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "accounts.too-many")
            .Body.GetProperty("detail").GetString().ShouldBe("В учёте может быть не более 500 счетов.");
    }

    [Fact]
    public async Task are_listed_open_ones_first_and_by_name_in_any_language()
    {
        var ledger = await app.CreateLedgerAsync();
        string[] wanted = ["Äpfel", "apple", "Banana", "дом", "Ёлка", "жильё", "Яблоко"];
        foreach (var name in wanted.Reverse()) await ledger.OpenAccountAsync(name);
        (await ledger.PostAsync($"accounts/{await ledger.OpenAccountAsync("Aa")}/closure")).ShouldBe(HttpStatusCode.OK);

        (await ledger.GetAsync("accounts")).Items.Select(account => account.GetProperty("name").GetString()).ShouldBe([.. wanted, "Aa"]);
    }
}
