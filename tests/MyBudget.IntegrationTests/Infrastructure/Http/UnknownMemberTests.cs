using System.Net;

namespace MyBudget.IntegrationTests.Infrastructure.Http;

/// <summary>A body that has what nobody can write is refused once, with all of it.</summary>
public sealed class UnknownMemberTests(AppFixture app)
{
    [Fact]
    public async Task a_transaction_that_is_sent_back_is_told_of_every_member_that_it_only_reads()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var read = await ledger.RecordAsync(new { accountId = bank, date = "2026-01-15", amount = -1, splits = new[] { new { amount = -1 } } });

        var refused = await ledger.PostAsync("transactions", read.GetRawText());

        Blamed(refused).ShouldBe(["bankId", "bankRecord", "createdAt", "createdBy", "deletedAt", "importId", "updatedAt", "version"]);
        foreach (var field in Blamed(refused)) refused.ShouldBlame(field, "unknown-member");
        Blamed(await ledger.PostAsync("transactions/batch", $$"""{"transactions":[{{read.GetRawText()}}, {"nmae":1, "splits":[{"amuont":1}]}],"more":true}"""))
            .ShouldBe([.. Blamed(refused).Select(field => $"transactions[0].{field}").Order(StringComparer.Ordinal), "transactions[1].nmae", "transactions[1].splits[0].amuont", "more"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("accounts")]
    [InlineData("categories")]
    [InlineData("budgets")]
    public async Task so_is_every_other_resource(string resource)
    {
        var ledger = await app.CreateLedgerAsync();
        await ledger.OpenAccountAsync();
        (await ledger.PostAsync("budgets", new { name = "b", amount = 1, currency = "EUR", period = "month", startsOn = "2026-01-01" })).ShouldBe(HttpStatusCode.Created);

        var blamed = Blamed(await ledger.PostAsync(resource, (await ledger.GetAsync(resource)).Items[0].GetRawText()));

        blamed.ShouldContain("version");
        blamed.ShouldContain("createdAt");
        blamed.ShouldNotContain("id");
    }

    [Fact]
    public async Task a_settings_body_is_told_too()
    {
        var user = await app.SignInAsync();
        const string Preferences = "/api/v1/notification-preferences";
        Blamed(await user.PutAsync(Preferences, """{"quietHuors":null,"kinds":{},"version":3}""")).ShouldBe(["quietHuors", "version"]);
    }

    [Fact]
    public async Task what_is_no_json_further_on_is_told_of_what_came_first()
    {
        var ledger = await app.CreateLedgerAsync();
        Blamed(await ledger.PostAsync("accounts", """{"x":1,"y":2,"name":"a" """)).Length.ShouldBe(1);
        Blamed(await ledger.PostAsync("accounts", """{"x":1,"y":2,"x":3}""")).Length.ShouldBe(1);
        Blamed(await ledger.PostAsync("accounts", $$$"""{"x":"{{{new string('a', 100_000)}}}","name":"a","y":{"z":[1,2]}}""")).ShouldBe(["x", "y"]);
    }

    private static string[] Blamed(ApiResponse refused)
    {
        refused.ShouldBeProblem(HttpStatusCode.BadRequest, "http.invalid");
        return [.. refused.Body.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal)];
    }
}
