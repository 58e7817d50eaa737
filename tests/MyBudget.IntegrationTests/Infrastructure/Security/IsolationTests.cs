using System.Net;
using System.Text.Json.Nodes;
using MyBudget.Domain;
using MyBudget.Infrastructure.Security;
using MyBudget.IntegrationTests.Features.Imports;

namespace MyBudget.IntegrationTests.Infrastructure.Security;

/// <summary>What belongs to another ledger does not exist, on every route there is.</summary>
public sealed class IsolationTests(AppFixture app)
{
    [Fact]
    public async Task a_stranger_finds_the_same_nothing_as_in_a_ledger_that_is_not_there()
    {
        var ledger = await app.CreateLedgerAsync();
        var stranger = await app.SignInAsync();
        var routes = LedgerRoutes();
        routes.ShouldNotBeEmpty();

        foreach (var route in routes)
        {
            var (there, nowhere) = (PathOf(route, ledger.LedgerId, _ => Guid.CreateVersion7()), PathOf(route, Guid.CreateVersion7(), _ => Guid.CreateVersion7()));
            var theirs = await stranger.SendAsync(route.HttpMethod, there, route.Garbage());
            var unknown = await stranger.SendAsync(route.HttpMethod, nowhere, route.Garbage());

            theirs.Status.ShouldBe(HttpStatusCode.NotFound, $"{route.Name}: {theirs.Text}");
            theirs.ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
            WithoutTrace(theirs).ShouldBe(WithoutTrace(unknown), route.Name);
        }
    }

    [Fact]
    public async Task what_another_ledger_holds_is_not_found_and_stays_as_it_is()
    {
        var bodies = await RequestBodies.ReadAsync(app);
        var (theirs, mine) = (await app.CreateLedgerAsync(), await app.CreateLedgerAsync());
        var held = await FillAsync(theirs);
        var before = await ReadAllAsync(theirs);
        var routes = LedgerRoutes().Where(route => route.Parameters.Count > 1).ToList();
        routes.ShouldNotBeEmpty();

        var wrong = new List<string>();
        foreach (var route in routes)
        {
            foreach (var id in new[] { held.GetValueOrDefault(CollectionOf(route), held["accounts"]), Guid.CreateVersion7() })
            {
                var answer = await mine.SendAsync(route.HttpMethod, PathOf(route, mine.LedgerId, _ => id), BodyOf(route, bodies));
                if (answer.Status != HttpStatusCode.NotFound) wrong.Add($"{route.Name}: {answer.Status} {answer.Text}");
            }
        }

        wrong.ShouldBeEmpty();
        (await ReadAllAsync(theirs)).ShouldBe(before);
    }

    private static object? BodyOf(Route route, RequestBodies bodies) => route.TakesPicture
        ? Picture.Content(Picture.Jpeg())
        : bodies.For(route)?.ToJsonString() ?? (route.HasBody ? "{}" : null);

    private List<Route> LedgerRoutes() => [.. Route.All(app.Host).Where(route => route.IsOfLedger)];

    private static string PathOf(Route route, Guid ledger, Func<string, Guid> other) =>
        route.Fill(name => (name == Policies.LedgerRouteKey ? ledger : other(name)).ToString());

    /// <summary>The segment before the last parameter.</summary>
    private static string CollectionOf(Route route)
    {
        var segments = route.Pattern.Split('/');
        return segments[Array.FindLastIndex(segments, segment => segment.StartsWith('{')) - 1];
    }

    private async Task<Dictionary<string, Guid>> FillAsync(LedgerClient ledger)
    {
        var member = await ledger.InviteAsync(LedgerRole.Editor);
        var invitation = await ledger.PostAsync("invitations", new { email = $"{Guid.CreateVersion7():N}@example.org", role = "viewer" });
        var (account, category) = (await ledger.OpenAccountAsync(), await ledger.CreateCategoryAsync("Tea"));
        var transaction = await ledger.RecordAsync(new { accountId = account, date = "2026-03-14", amount = -1250, categoryId = category });
        var budget = await ledger.PostAsync("budgets", new { name = "Tea", amount = 5000, currency = "EUR", period = "month", startsOn = "2026-01-01" });
        var import = await ledger.ImportAsync(BankFixtures.Csv, account);
        var link = (await ledger.PostAsync("join-links")).ShouldBe(HttpStatusCode.Created);
        var asker = await app.SignInAsync();
        await Sharing.ConfirmAsync(app.Host, asker.UserId);
        var asked = await asker.PostAsync("/api/v1/join-requests", new { code = link.Body.GetProperty("code").GetString() });
        return new Dictionary<string, Guid>(StringComparer.Ordinal)
        {
            ["join-links"] = link.Id,
            ["join-requests"] = asked.ShouldBe(HttpStatusCode.Created).Id,
            ["members"] = member.UserId,
            ["invitations"] = invitation.ShouldBe(HttpStatusCode.Created).Id,
            ["accounts"] = account,
            ["categories"] = category,
            ["transactions"] = transaction.GetProperty("id").GetGuid(),
            ["imports"] = import.ShouldCount(imported: 3, duplicates: 0, rejected: 0).Id,
            ["budgets"] = budget.ShouldBe(HttpStatusCode.Created).Id,
        };
    }

    private async Task<List<string>> ReadAllAsync(LedgerClient ledger)
    {
        var answers = new List<string>();
        foreach (var route in LedgerRoutes().Where(route => route is { Method: "GET", Parameters.Count: 1 } && !route.Pattern.EndsWith("/events", StringComparison.Ordinal)))
            answers.Add((await ledger.GetAsync(PathOf(route, ledger.LedgerId, _ => Guid.Empty))).Text);
        return answers;
    }

    private static string WithoutTrace(ApiResponse answer)
    {
        var problem = JsonNode.Parse(answer.Bytes)!.AsObject();
        problem.Remove("traceId");
        return problem.ToJsonString();
    }
}
