using Marten;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Domain;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Security;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.IntegrationTests.Architecture;

/// <summary>What only the running application knows of the rules.</summary>
public sealed class RouteTests(AppFixture app)
{
    private static readonly string[] KnownPolicies = [Policies.SignedIn, Policies.LedgerViewer, Policies.LedgerEditor, Policies.LedgerOwner];

    /// <summary>What may be asked for without signing in, reviewed one by one.</summary>
    private static readonly HashSet<string> Anonymous = new(StringComparer.Ordinal)
    {
        "GET /openapi/{documentName}.json", "GET /docs/{documentName?}", "GET /docs/scalar.js", "GET /docs/scalar.aspnetcore.js",
        "GET /docs/favicon.svg", "GET /health/live", "GET /health/startup", "GET /health/ready", "GET /version", "GET /.well-known/jwks.json",
        "GET /.well-known/assetlinks.json", "GET /.well-known/security.txt",
        "POST /api/v1/auth/register", "POST /api/v1/auth/login", "POST /api/v1/auth/factor", "POST /api/v1/auth/refresh", "POST /api/v1/auth/logout",
        "POST /api/v1/auth/password/forgot", "POST /api/v1/auth/password/reset",
        "GET /api/v1/client-config", "POST /api/v1/auth/firebase", "POST /api/v1/internal/firebase/user-deleted",
    };

    [Theory]
    [InlineData("POST /api/v1/ledgers/{ledgerId:guid}/imports")]
    [InlineData("POST /api/v1/ledgers/{ledgerId:guid}/categories/{id:guid}/merger")]
    [InlineData("POST /api/v1/ledgers/{ledgerId:guid}/accounts/{id:guid}/reconciliation")]
    public void what_rewrites_any_number_of_entries_has_the_time_for_it(string name) =>
        Route.All(app.Host).Single(route => route.Name == name).Metadata.GetMetadata<RequestTimeoutAttribute>()
            .ShouldNotBeNull().PolicyName.ShouldBe(HttpSetup.LongTimeout);

    [Fact]
    public void every_endpoint_type_maps_one_route_and_every_route_has_one()
    {
        var types = typeof(global::Program).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Endpoint", StringComparison.Ordinal)).Select(type => type.FullName!).ToList();
        var mapped = Route.All(app.Host).Where(route => route.Endpoint is not null).Select(route => route.Endpoint!.FullName!).ToList();

        types.ShouldNotBeEmpty();
        mapped.Order(StringComparer.Ordinal).ShouldBe(types.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void every_route_has_a_policy_or_is_reviewed_as_anonymous()
    {
        var routes = Route.All(app.Host);
        routes.ShouldNotBeEmpty();
        routes.Where(route => route.IsAnonymous ? !Anonymous.Contains(route.Name) : !KnownPolicies.Contains(route.Policy))
            .Select(route => route.Name).ShouldBeEmpty();
        Anonymous.Except(routes.Where(route => route.IsAnonymous).Select(route => route.Name)).ShouldBeEmpty();
    }

    [Fact]
    public void a_route_within_a_ledger_asks_for_a_role_in_it() =>
        Route.All(app.Host).Where(route => route.Parameters.Contains(Policies.LedgerRouteKey) != route.IsOfLedger).Select(route => route.Name).ShouldBeEmpty();

    /// <summary>Every member may sync, where each operation has a role of its own. Every member may leave; whom else they may remove is asked of their role once the member is known.</summary>
    [Fact]
    public void whatever_writes_to_a_ledger_asks_for_more_than_a_viewer() =>
        Route.All(app.Host).Where(route => route.Policy == Policies.LedgerViewer && route.Method is not ("GET" or "HEAD"))
            .Select(route => route.Name).ShouldBe(
                ["POST /api/v1/ledgers/{ledgerId:guid}/sync", "DELETE /api/v1/ledgers/{ledgerId:guid}/members/{userId:guid}"], ignoreOrder: true);

    [Fact]
    public void every_operation_of_a_sync_asks_for_more_than_a_viewer()
    {
        var operations = app.Host.Services.GetServices<LedgerOperation>().ToList();
        operations.ShouldNotBeEmpty();
        operations.Where(operation => operation.Least < LedgerRole.Editor).ShouldBeEmpty();
    }

    [Fact]
    public void every_event_of_a_ledger_is_in_the_change_index()
    {
        var known = app.Host.Services.GetRequiredService<IDocumentStore>().Options.Events.AllKnownEventTypes()
            .Select(type => type.EventType).Where(type => type.Assembly == typeof(global::Program).Assembly).Distinct().ToList();
        var indexed = app.Host.Services.GetServices<LedgerEntity>().SelectMany(entity => entity.Events).ToList();

        known.ShouldNotBeEmpty();
        known.Except(indexed).ShouldBeEmpty();
        indexed.ShouldBeUnique();
    }
}
