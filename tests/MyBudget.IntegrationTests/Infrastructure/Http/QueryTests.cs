using System.Net;

namespace MyBudget.IntegrationTests.Infrastructure.Http;

public sealed class QueryTests(AppFixture app)
{
    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=abc", "limit")]
    [InlineData("limit=99999999999", "limit")]
    [InlineData("accountId=7", "accountId")]
    [InlineData("categoryId=some", "categoryId")]
    [InlineData("from=yesterday", "from")]
    [InlineData("to=2026-02-30", "to")]
    [InlineData("minAmount=1.5", "minAmount")]
    [InlineData("maxAmount=9223372036854775808", "maxAmount")]
    [InlineData("status=maybe", "status")]
    [InlineData("cursor=abc", "cursor")]
    [InlineData("cursor=%00", "cursor")]
    [InlineData("cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "cursor")]
    [InlineData("tag=%00", "tag")]
    [InlineData("q=%00", "q")]
    public async Task a_bad_value_names_its_field(string query, string field)
    {
        var ledger = await app.CreateLedgerAsync();
        (await ledger.GetAsync($"transactions?{query}")).ShouldBlame(field);
    }

    [Theory]
    [InlineData("limit=1")]
    [InlineData("limit=200")]
    [InlineData("q=%25_%5C'%22%3B--")]
    [InlineData("tag=%F0%9F%8D%B5")]
    [InlineData("categoryId=none")]
    [InlineData("unknown=1")]
    public async Task a_good_value_is_taken(string query)
    {
        var ledger = await app.CreateLedgerAsync();
        (await ledger.GetAsync($"transactions?{query}")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("status=7")]
    [InlineData("q=%ff%fe")]
    [InlineData("limit=1&limit=2")]
    [InlineData("from=9999-12-31&to=0001-01-01")]
    [InlineData("from=0001-01-01")]
    [InlineData("%00=%00")]
    public async Task an_odd_value_is_no_fault_of_the_server(string query)
    {
        var ledger = await app.CreateLedgerAsync();
        ((int)(await ledger.GetAsync($"transactions?{query}")).Status).ShouldBeLessThan(500);
    }

    [Fact]
    public async Task a_very_long_address_is_no_fault_of_the_server()
    {
        var ledger = await app.CreateLedgerAsync();
        (await ledger.GetAsync($"transactions?q={new string('a', 6_000)}")).ShouldBlame("q");
        (await ledger.GetAsync($"transactions/{new string('a', 6_000)}")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
    }
}
