using System.Text.Json;
using System.Text.RegularExpressions;
using MyBudget.Infrastructure.WebApp;
using MyBudget.Tests.Architecture;

namespace MyBudget.Tests.Deployment;

/// <summary>Which requests reach the API, by reading the rules of the routers as Traefik does.</summary>
public sealed partial class TraefikRouteTests
{
    [Theory]
    [InlineData("POST", "/api/v1/auth/login", "api-auth")]
    [InlineData("POST", "/api/v1/AUTH/login", "api-auth")]
    [InlineData("GET", "/api/v1/ledgers", "api")]
    [InlineData("POST", "/api/v1/ledgers/0/imports", "api-import")]
    [InlineData("POST", "/api/v1/ledgers/0/Imports/", "api-import")]
    [InlineData("GET", "/api/v1/ledgers/0/imports", "api")]
    [InlineData("PUT", "/api/v1/ledgers/0/transactions/1/receipts/2", "api-receipt")]
    [InlineData("GET", "/api/v1/ledgers/0/transactions/1/receipts/2", "api")]
    [InlineData("POST", "/api/v1/ledgers/0/transactions/1/receipts/2/restore", "api")]
    [InlineData("GET", "/api/v1/me/export", "api-stream")]
    [InlineData("GET", "/api/v1/events", "api-stream")]
    [InlineData("GET", "/api/v1/events/", "api-stream")]
    [InlineData("POST", "/api/v1/internal/firebase/user-deleted", "api-hook")]
    [InlineData("GET", "/docs", "api")]
    [InlineData("GET", "/.well-known/jwks.json", "api")]
    [InlineData("GET", "/health/ready", "api")]
    [InlineData("GET", "/.well-known/assetlinks.json", "api")]
    [InlineData("GET", "/.well-known/security.txt", "api")]
    [InlineData("GET", "/version", "api")]
    [InlineData("GET", "/", "app")]
    [InlineData("HEAD", "/", "app")]
    [InlineData("GET", "/join/Zm9v", "app")]
    [InlineData("GET", "/assets/app-1a2b3c4d.js", "app")]
    [InlineData("GET", "/apiary", "app")]
    public void a_request_takes_its_way(string method, string path, string router) => Route(method, path).ShouldNotBeNull().Name.ShouldBe(router);

    [Theory]
    [InlineData("GET", "/metrics")]
    [InlineData("GET", "/health/startup")]
    [InlineData("GET", "/health/ready/")]
    [InlineData("GET", "/api/v1/internal/firebase/user-deleted")]
    [InlineData("POST", "/api/v1/internal/firebase/other")]
    [InlineData("POST", "/api/v1/Internal/firebase/user-deleted")]
    [InlineData("POST", "/api/v1/internal")]
    [InlineData("POST", "/API/v1/internal/firebase/user-deleted")]
    [InlineData("GET", "/METRICS")]
    [InlineData("GET", "/.well-known/other")]
    [InlineData("GET", "/version/of")]
    [InlineData("POST", "/")]
    [InlineData("GET", "/api/v2/ledgers")]
    public void what_is_internal_is_not_routed(string method, string path) => Route(method, path).ShouldBeNull();

    [Fact]
    public void every_route_of_the_api_is_reached()
    {
        using var document = JsonDocument.Parse(DeploymentFiles.Text("docs/api/openapi.json"));
        document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => (Method: method.Name.ToUpperInvariant(), Path: Parameter().Replace(path.Name, "0")))).ToList()
            .ShouldAllObey(route => Route(route.Method, route.Path) is null ? $"{route.Method} {route.Path}" : null);
    }

    /// <summary>What the edge leaves to the API is what the server does not let the app take.</summary>
    [Fact]
    public void what_the_app_may_not_be_asked_for_is_the_servers_own() => AppRequests.OfTheServer.ToList().ShouldAllObey(path =>
        TraefikFiles.Routers.Single(router => router.Name == "app") is var app && !Holds(app.Rule, "GET", path) && !Holds(app.Rule, "GET", $"{path}/x")
            && Holds(app.Rule, "GET", $"{path}x") ? null : path);

    [Fact]
    public void routers_of_the_api_are_put_in_order_by_hand()
    {
        var routers = TraefikFiles.Routers.Where(router => router.Service == "api").ToList();
        routers.ShouldAllObey(router => router.Priority > 0 ? null : router.Name);
        routers.OrderBy(router => router.Priority).Select(router => router.Name).Take(2).ShouldBe(["app", "api"]);
    }

    private static TraefikRouter? Route(string method, string path) => TraefikFiles.Routers
        .Where(router => router.Service == "api" && Holds(router.Rule, method, path)).OrderByDescending(router => router.Priority).FirstOrDefault();

    /// <summary>A rule is matchers joined by <c>&amp;&amp;</c>, <c>||</c>, <c>!</c> and brackets: each matcher becomes 1 or 0, then brackets go from the inside out.</summary>
    private static bool Holds(string rule, string method, string path)
    {
        var text = Matcher().Replace(rule, match => IsMatch(match.Groups["matcher"].Value, match.Groups["value"].Value, method, path) ? "1" : "0").Replace(" ", string.Empty, StringComparison.Ordinal);
        while (Brackets().IsMatch(text)) text = Brackets().Replace(text, match => IsTrue(match.Groups["inside"].Value) ? "1" : "0");
        return IsTrue(text);
    }

    private static bool IsTrue(string terms) => terms.Split("||").Any(all => all.Split("&&").All(term => term switch
    {
        "1" or "!0" => true,
        "0" or "!1" => false,
        _ => throw new InvalidOperationException($"{term} is no term"),
    }));

    private static bool IsMatch(string matcher, string value, string method, string path) => matcher switch
    {
        "Host" => true,
        "Method" => value == method,
        "Path" => value == path,
        "PathPrefix" => path.StartsWith(value, StringComparison.Ordinal),
        "PathRegexp" => Regex.IsMatch(path, value, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)),
        _ => throw new InvalidOperationException($"{matcher} is not known here"),
    };

    [GeneratedRegex(@"\b(?<matcher>[A-Z][A-Za-z]+)\(`(?<value>[^`]*)`\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Matcher();

    [GeneratedRegex(@"\((?<inside>[^()]*)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
