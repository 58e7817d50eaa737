using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Infrastructure.Http;

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

    [Fact]
    public async Task an_amount_says_what_it_has_to_be() => (await (await app.CreateLedgerAsync()).GetAsync("transactions?minAmount=1.5"))
        .ShouldBlame("minAmount", "format").Text.ShouldContain("whole number of minor units");

    [Theory]
    [InlineData("limit=1")]
    [InlineData("limit=200")]
    [InlineData("q=%25_%5C'%22%3B--")]
    [InlineData("tag=%F0%9F%8D%B5")]
    [InlineData("categoryId=none")]
    public async Task a_good_value_is_taken(string query)
    {
        var ledger = await app.CreateLedgerAsync();
        (await ledger.GetAsync($"transactions?{query}")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("transactions?category=none", "category")]
    [InlineData("transactions?limit=1&form=2026-01-01&From=2026-01-01", "form")]
    [InlineData("categories?archive=true", "archive")]
    [InlineData("budgets/status?date=2026-01-01", "date")]
    [InlineData("accounts?details=x", "details")]
    public async Task what_there_is_no_parameter_for_is_named(string path, string name)
    {
        var ledger = await app.CreateLedgerAsync();
        (await ledger.GetAsync(path)).ShouldBlame(name, "unknown-parameter");
    }

    [Fact]
    public async Task no_route_passes_an_unknown_parameter_over()
    {
        var ledger = await app.CreateLedgerAsync();
        List<Route> routes = [.. Route.All(app.Host).Where(route => route.Pattern.StartsWith("/api/", StringComparison.Ordinal))];
        routes.Count.ShouldBeGreaterThan(50);

        var wrong = new List<string>();
        foreach (var route in routes)
        {
            var path = route.Fill(name => (name == "ledgerId" ? ledger.LedgerId : Guid.CreateVersion7()).ToString());
            var answer = await ledger.SendAsync(route.HttpMethod, $"{path}?nobody=1", route.Garbage());
            if (answer.Status != HttpStatusCode.BadRequest || !answer.Text.Contains("\"nobody\":[{\"code\":\"unknown-parameter\"", StringComparison.Ordinal))
                wrong.Add($"{route.Name}: {answer.Status} {answer.Text}");
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task every_parameter_of_the_contract_is_known()
    {
        var paths = (await (await app.SignInAsync()).GetAsync("/openapi/v1.json")).Body.GetProperty("paths");
        var read = app.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
                .Select(method => (Key: $"{method} {PlainOf(endpoint)}", Names: QueryNames.Of(endpoint))))
            .ToDictionary(entry => entry.Key, entry => entry.Names, StringComparer.OrdinalIgnoreCase);
        var named = paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject().SelectMany(operation =>
            operation.Value.TryGetProperty("parameters", out var parameters)
                ? parameters.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "query")
                    .Select(parameter => (Route: $"{operation.Name} {path.Name}", Name: parameter.GetProperty("name").GetString()!))
                : [])).ToList();

        named.Count.ShouldBeGreaterThan(20);
        named.Where(parameter => !read[parameter.Route].Contains(parameter.Name)).ShouldBeEmpty();
        read.Sum(entry => entry.Value.Count).ShouldBe(named.Count);

        static string PlainOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.RawText!.Trim('/').Split('/')
            .Select(segment => segment.StartsWith('{') ? $"{segment.Trim('{', '}').Split(':')[0]}" : segment)
            .Select((name, i) => endpoint.RoutePattern.PathSegments[i].Parts[0].IsParameter ? $"{{{name}}}" : name));
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
