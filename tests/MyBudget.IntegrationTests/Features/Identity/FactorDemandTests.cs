using System.Net;
using System.Text.Json;
using MyBudget.Domain;

namespace MyBudget.IntegrationTests.Features.Identity;

/// <summary>A ledger may be open only to members who have a second factor.</summary>
[Collection(nameof(IdentityApp))]
public sealed class FactorDemandTests(IdentityApp app)
{
    [Fact]
    public async Task shuts_members_out_until_they_have_one()
    {
        var (owner, member, ledger) = await SharedAsync(LedgerRole.Editor);
        var theirs = member.Client;
        await Authenticator.EnrolAsync(app, owner);

        (await DemandAsync(owner, ledger, true)).ShouldBe(HttpStatusCode.OK).Body.GetProperty("factorRequired").GetBoolean().ShouldBeTrue();

        foreach (var (method, path, body) in new (HttpMethod, string, object?)[]
                 {
                     (HttpMethod.Get, "", null), (HttpMethod.Get, "/accounts", null), (HttpMethod.Get, "/transactions", null), (HttpMethod.Get, "/changes", null),
                     (HttpMethod.Get, "/members", null), (HttpMethod.Post, "/sync", new { operations = Array.Empty<object>() }),
                     (HttpMethod.Post, "/categories", new { name = "Tea", group = "Food", kind = "expense" }), (HttpMethod.Delete, $"/members/{owner.Id}", null),
                 })
            (await theirs.SendAsync(method, $"/api/v1/ledgers/{ledger}{path}", body)).ShouldBeProblem(HttpStatusCode.Forbidden, "ledgers.factor-required");
        (await theirs.GetAsync($"/api/v1/ledgers/{ledger}", ("Accept-Language", "ru"))).Body.GetProperty("detail").GetString()!.ShouldContain("вторым фактором");
        (await theirs.GetAsync("/api/v1/ledgers")).Items.ShouldHaveSingleItem().GetProperty("factorRequired").GetBoolean().ShouldBeTrue();
        (await theirs.GetAsync("/api/v1/me/export")).Body.GetProperty("ledgers").GetArrayLength().ShouldBe(0);
        (await owner.Client.GetAsync($"/api/v1/ledgers/{ledger}/accounts")).ShouldBe(HttpStatusCode.OK);

        var phone = await Authenticator.EnrolAsync(app, member);
        (await theirs.GetAsync($"/api/v1/ledgers/{ledger}/accounts")).ShouldBe(HttpStatusCode.OK);
        (await theirs.GetAsync("/api/v1/me/export")).Body.GetProperty("ledgers").GetArrayLength().ShouldBe(1);
        (await theirs.DeleteAsync($"/api/v1/me/factors/{phone.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await theirs.GetAsync($"/api/v1/ledgers/{ledger}/accounts")).ShouldBeProblem(HttpStatusCode.Forbidden, "ledgers.factor-required");

        (await DemandAsync(owner, ledger, false)).ShouldBe(HttpStatusCode.OK).Body.TryGetProperty("factorRequired", out _).ShouldBeFalse();
        (await theirs.GetAsync($"/api/v1/ledgers/{ledger}/accounts")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task keeps_nobody_from_leaving()
    {
        var (owner, member, ledger) = await SharedAsync(LedgerRole.Editor);
        await Authenticator.EnrolAsync(app, owner);
        (await DemandAsync(owner, ledger, true)).ShouldBe(HttpStatusCode.OK);

        (await member.Client.DeleteAsync($"/api/v1/ledgers/{ledger}/members/{member.Id}")).ShouldBe(HttpStatusCode.NoContent);

        (await member.Client.GetAsync("/api/v1/ledgers")).Items.ShouldBeEmpty();
        (await member.Client.GetAsync($"/api/v1/ledgers/{ledger}")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
    }

    [Fact]
    public async Task is_set_by_an_owner_who_has_one_and_told_in_the_ledgers_activity()
    {
        var (owner, member, ledger) = await SharedAsync(LedgerRole.Editor);

        (await DemandAsync(owner, ledger, true)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "ledgers.factor-first");
        (await DemandAsync(member, ledger, true)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        await Authenticator.EnrolAsync(app, owner);
        var before = (await owner.Client.GetAsync($"/api/v1/ledgers/{ledger}")).Body.GetProperty("revision").GetInt64();
        (await DemandAsync(owner, ledger, false)).ShouldBe(HttpStatusCode.OK).Body.GetProperty("revision").GetInt64().ShouldBe(before);
        (await owner.Client.PatchAsync($"/api/v1/ledgers/{ledger}", new { factorRequired = true })).ShouldBe(HttpStatusCode.OK);
        (await owner.Client.PatchAsync($"/api/v1/ledgers/{ledger}", new { name = "Ours" })).ShouldBe(HttpStatusCode.OK)
            .Body.GetProperty("factorRequired").GetBoolean().ShouldBeTrue();

        (await owner.Client.GetAsync($"/api/v1/ledgers/{ledger}/activity")).Items.Select(item => item.GetProperty("text").GetString())
            .ShouldContain("Opened the ledger only to members with a second factor");
        var changed = (await owner.Client.GetAsync($"/api/v1/ledgers/{ledger}/changes?kinds=ledger")).Items.ShouldHaveSingleItem();
        changed.GetProperty("data").GetProperty("factorRequired").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task strangers_still_find_nothing_and_weak_roles_stay_weak()
    {
        var (owner, viewer, ledger) = await SharedAsync(LedgerRole.Viewer);
        var stranger = await app.RegisterAsync();
        foreach (var user in new[] { owner, viewer }) await Authenticator.EnrolAsync(app, user);
        await DemandAsync(owner, ledger, true);

        (await stranger.Client.GetAsync($"/api/v1/ledgers/{ledger}/accounts")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await viewer.Client.PostAsync($"/api/v1/ledgers/{ledger}/categories", new { name = "Tea" })).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
    }

    [Fact]
    public async Task can_be_set_by_a_synced_operation()
    {
        var (owner, _, ledger) = await SharedAsync(LedgerRole.Viewer);
        (await OutcomeAsync()).GetProperty("status").GetString().ShouldBe("rejected");
        await Authenticator.EnrolAsync(app, owner);
        (await OutcomeAsync()).GetProperty("status").GetString().ShouldBe("applied");

        async Task<JsonElement> OutcomeAsync() => (await owner.Client.PostAsync($"/api/v1/ledgers/{ledger}/sync", new
        {
            operations = new[] { new { id = Guid.CreateVersion7(), type = "ledger.revise", entityId = ledger, data = new { factorRequired = true } } },
        })).ShouldBe(HttpStatusCode.OK).Body.GetProperty("outcomes")[0];
    }

    private static Task<ApiResponse> DemandAsync(TestUser user, Guid ledger, bool isDemanded) =>
        user.Client.PatchAsync($"/api/v1/ledgers/{ledger}", new { factorRequired = isDemanded });

    private async Task<(TestUser Owner, TestUser Member, Guid Ledger)> SharedAsync(LedgerRole role)
    {
        var (owner, member) = (await app.RegisterAsync(), await app.RegisterAsync());
        var ledger = (await owner.Client.PostAsync("/api/v1/ledgers", new { name = "Home", currency = "EUR" })).Id;
        await Sharing.JoinAsync(
            app.Host, new LedgerClient(app.Host.Server.CreateClient(), owner.Id, owner.AccessToken, ledger),
            new ApiClient(app.Host.Server.CreateClient(), member.Id, member.AccessToken), role);
        return (owner, member, ledger);
    }
}
