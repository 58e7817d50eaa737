using System.Net;

namespace MyBudget.IntegrationTests.Infrastructure.Http;

public sealed class MergePatchTests(AppFixture app)
{
    [Theory]
    [InlineData("""{"nmae":null}""", "nmae")]
    [InlineData("""{"id":null}""", "id")]
    [InlineData("""{"name":"B","colour":null}""", "colour")]
    [InlineData("""{"nested":{"a":null}}""", "nested")]
    public async Task a_member_that_does_not_exist_cannot_be_removed(string patch, string field)
    {
        var ledger = await app.CreateLedgerAsync();
        var account = await ledger.OpenAccountAsync("Bank");

        (await ledger.PatchAsync($"accounts/{account}", patch)).ShouldBlame(field, "unknown-member");
        (await ledger.GetAsync($"accounts/{account}")).Body.GetProperty("name").GetString().ShouldBe("Bank");
    }

    [Fact]
    public async Task a_member_of_a_nested_object_that_does_not_exist_cannot_be_removed()
    {
        var ledger = await app.CreateLedgerAsync();
        var recorded = await ledger.RecordAsync(new
        {
            accountId = await ledger.OpenAccountAsync(),
            date = "2026-03-14",
            amount = -100,
            splits = new[] { new { amount = -60 }, new { amount = -40 } },
        });
        (await ledger.PatchAsync($"transactions/{recorded.GetProperty("id")}", """{"splits":[{"amount":-60,"nmae":null},{"amount":-40}]}"""))
            .ShouldBlame("splits[0].nmae", "unknown-member");
        (await ledger.PatchAsync($"transactions/{recorded.GetProperty("id")}", """{"transfer":{"amuont":null}}"""))
            .ShouldBlame("transfer.amuont", "unknown-member");
        (await ledger.PatchAsync($"transactions/{recorded.GetProperty("id")}", """{"Note":"B"}""")).ShouldBe(HttpStatusCode.OK)
            .Body.GetProperty("note").GetString().ShouldBe("B");
    }

    [Fact]
    public async Task all_that_can_only_be_read_is_named_at_once()
    {
        var ledger = await app.CreateLedgerAsync();
        var path = $"transactions/{(await ledger.RecordAsync(new { accountId = await ledger.OpenAccountAsync(), date = "2026-03-14", amount = -100 })).GetProperty("id")}";

        var refused = await ledger.PatchAsync(path, (await ledger.GetAsync(path)).Text);

        refused.ShouldBlame("id", "unknown-member");
        foreach (var field in (string[])["version", "createdBy", "createdAt", "updatedAt", "bankId", "importId"]) refused.ShouldBlame(field, "unknown-member");
        refused.Body.GetProperty("errors").TryGetProperty("amount", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"name":"\ud800"}""")]
    [InlineData("""{"name":"\udc00x"}""")]
    [InlineData("""{"\ud800":"A"}""")]
    [InlineData("""{"\ud800":null}""")]
    [InlineData("""{"name":{"\ud800":1}}""")]
    [InlineData("""{"name":{"a":"\ud800"}}""")]
    [InlineData("""{"name":["\ud800"]}""")]
    [InlineData("""{"name":[{"\ud800":1}]}""")]
    [InlineData("""{"nmae":["\ud800"]}""")]
    [InlineData("""{"name":"A","name":"B"}""")]
    [InlineData("""{"name":"A","Name":"B"}""")]
    [InlineData("""{"name":null,"name":null}""")]
    [InlineData("""{"name":{"a":1,"a":2}}""")]
    [InlineData("""{"name":[{"a":1,"A":2}]}""")]
    [InlineData("""{"\u006eame":"A","name":"B"}""")]
    [InlineData("""{"\u0000":null}""")]
    [InlineData("""{"":null}""")]
    [InlineData("""{"na'me":null}""")]
    public async Task broken_text_and_duplicates_are_bad_requests_wherever_they_stand(string patch)
    {
        var ledger = await app.CreateLedgerAsync();
        var account = await ledger.OpenAccountAsync();
        (await ledger.PatchAsync($"accounts/{account}", patch)).ShouldBeProblem(HttpStatusCode.BadRequest, "http.invalid");
        (await ledger.PatchAsync(ledger.Path, patch)).ShouldBeProblem(HttpStatusCode.BadRequest, "http.invalid");
        (await ledger.PatchAsync("/api/v1/me", patch)).Status.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.NotFound);
    }
}
