using System.Net;
using MyBudget.Domain;
using MyBudget.Infrastructure.Security;

namespace MyBudget.IntegrationTests.Infrastructure.Security;

/// <summary>Every route against every role; what is expected follows from the route's own policy.</summary>
public sealed class RoleTests(AppFixture app)
{
    private static readonly Dictionary<string, LedgerRole> Least = new(StringComparer.Ordinal)
    {
        [Policies.LedgerViewer] = LedgerRole.Viewer,
        [Policies.LedgerEditor] = LedgerRole.Editor,
        [Policies.LedgerOwner] = LedgerRole.Owner,
    };

    [Theory]
    [InlineData(LedgerRole.Viewer)]
    [InlineData(LedgerRole.Editor)]
    [InlineData(LedgerRole.Owner)]
    public async Task a_role_is_let_in_where_it_suffices_and_refused_elsewhere(LedgerRole role)
    {
        var wrong = new List<string>();
        foreach (var route in Route.All(app.Host).Where(route => route.IsOfLedger && !route.Pattern.EndsWith("/events", StringComparison.Ordinal)))
        {
            var ledger = await app.CreateLedgerAsync();
            var member = role is LedgerRole.Owner ? ledger : await ledger.InviteAsync(role);
            var answer = await member.SendAsync(route.HttpMethod, PathOf(route, ledger), route.Garbage());

            var refused = answer.Status is HttpStatusCode.Forbidden && answer.Code == "auth.forbidden";
            if (refused != role < Least[route.Policy!] || answer.Status is HttpStatusCode.Unauthorized || (int)answer.Status >= 500)
                wrong.Add($"{route.Name}: {answer.Status} {answer.Text}");
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task nobody_enters_without_a_token()
    {
        var nobody = new ApiClient(app.Host.Server.CreateClient(), Guid.Empty, null);
        var routes = Route.All(app.Host).Where(route => !route.IsAnonymous).ToList();
        routes.ShouldNotBeEmpty();
        foreach (var route in routes)
        {
            var answer = await nobody.SendAsync(route.HttpMethod, route.Fill(_ => Guid.CreateVersion7().ToString()), route.Garbage());
            answer.Status.ShouldBe(HttpStatusCode.Unauthorized, route.Name);
            answer.ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.unauthenticated");
            answer.Headers.WwwAuthenticate.ShouldNotBeEmpty(route.Name);
        }
    }

    private static string PathOf(Route route, LedgerClient ledger) =>
        route.Fill(name => (name == Policies.LedgerRouteKey ? ledger.LedgerId : Guid.CreateVersion7()).ToString());
}
