using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Domain;
using MyBudget.Infrastructure.Operations.Telemetry;
using MyBudget.IntegrationTests.Features.Identity;
using MyBudget.IntegrationTests.Features.Sync;

namespace MyBudget.IntegrationTests.Features.Ledgers;

/// <summary>A ledger that was deleted is there for nobody, until an owner brings it back or its time is over.</summary>
[Collection(nameof(IdentityApp))]
public sealed class DeletedLedgerTests(IdentityApp app)
{
    private const string Ledgers = "/api/v1/ledgers";
    private const string Deleted = $"{Ledgers}?deleted=true";
    private const string Inbox = "/api/v1/notifications";

    [Fact]
    public async Task asks_for_the_password_and_is_gone_for_all_members_at_once()
    {
        var (owner, ledger) = await CreateAsync();
        var (editor, viewer) = (await JoinAsync(ledger, LedgerRole.Editor), await JoinAsync(ledger, LedgerRole.Viewer));
        var invited = app.NewEmail();
        (await ledger.PostAsync("invitations", new { email = invited, role = "viewer" })).ShouldBe(HttpStatusCode.Created);
        await app.Mail.NextAsync(invited);
        var before = await CountedAsync();

        (await DeleteAsync(ledger, new { })).ShouldBlame("password", "required");
        (await DeleteAsync(ledger, new { password = "not the password" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.wrong-password");
        (await DeleteAsync(editor, new { password = Deletion.Password })).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        (await ledger.DeleteAsync(ledger.Path)).Status.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.UnsupportedMediaType);
        (await ledger.GetAsync(ledger.Path)).ShouldBe(HttpStatusCode.OK);
        (await DeleteAsync(ledger, new { password = owner.Password })).ShouldBe(HttpStatusCode.NoContent);

        foreach (var member in new[] { ledger, editor, viewer })
        {
            (await member.GetAsync(Ledgers)).Items.ShouldBeEmpty();
            foreach (var path in new[] { member.Path, "accounts", "changes", "digest", "members" })
                (await member.GetAsync(path)).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
            (await member.PostAsync("sync", new { operations = Array.Empty<object>() })).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
            (await DeleteAsync(member, new { password = owner.Password })).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        }

        foreach (var member in new[] { editor, viewer })
        {
            (await member.GetAsync(Deleted)).Items.ShouldBeEmpty();
            (await member.GetAsync(Inbox)).Items[0].GetProperty("title").GetString().ShouldBe("You are no longer a member of Home");
        }

        (await (await ConfirmedAsync(await app.RegisterAsync(invited))).GetAsync("/api/v1/invitations")).Items.ShouldBeEmpty();
        (await CountedAsync()).ShouldBe(before - 1);
    }

    [Fact]
    public async Task comes_back_as_it_was_and_clients_go_on_where_they_were()
    {
        var (owner, ledger) = await CreateAsync();
        var (editor, second) = (await JoinAsync(ledger, LedgerRole.Editor), await JoinAsync(ledger, LedgerRole.Owner));
        await editor.RecordAsync(new { accountId = await ledger.OpenAccountAsync(), date = "2026-01-01", amount = -5 });
        var copy = (await editor.GetAsync("changes?limit=1000")).ShouldBe(HttpStatusCode.OK).Body.GetProperty("cursor").GetString();
        var (revision, entries, members) = (await ledger.RevisionAsync(), (await ledger.GetAsync("transactions")).Text, (await ledger.GetAsync("members")).Text);
        (await DeleteAsync(ledger, new { password = owner.Password })).ShouldBe(HttpStatusCode.NoContent);

        var listed = (await second.GetAsync(Deleted)).Items.ShouldHaveSingleItem();
        (listed.GetProperty("id").GetGuid(), listed.GetProperty("role").GetString()).ShouldBe((ledger.LedgerId, "owner"));
        (listed.GetProperty("erasedAt").GetDateTimeOffset() - listed.GetProperty("deletedAt").GetDateTimeOffset()).ShouldBe(TimeSpan.FromDays(14));
        app.Time.Advance(TimeSpan.FromSeconds(1));
        (await RestoreAsync(editor)).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await RestoreAsync(ledger.As((await app.RegisterAsync()).Client))).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        var restored = (await RestoreAsync(second)).ShouldBe(HttpStatusCode.OK);
        (await RestoreAsync(second)).ShouldBe(HttpStatusCode.OK).Text.ShouldBe(restored.Text);
        (await RestoreAsync(editor)).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");

        (await ledger.GetAsync(Deleted)).Items.ShouldBeEmpty();
        (await second.GetAsync(second.Path)).Text.ShouldBe(restored.Text);
        (await ledger.RevisionAsync()).ShouldBe(revision + 2);
        ((await ledger.GetAsync("transactions")).Text, (await ledger.GetAsync("members")).Text).ShouldBe((entries, members));
        var news = (await editor.GetAsync($"changes?since={copy}")).ShouldBe(HttpStatusCode.OK).Items.ShouldHaveSingleItem();
        (news.GetProperty("kind").GetString(), news.GetProperty("deleted").GetBoolean()).ShouldBe(("ledger", false));
        (await editor.GetAsync(Inbox)).Items[0].GetProperty("title").GetString().ShouldBe("Ada restored Home");
        (await editor.PushAsync(Pushes.Op("category.create", Pushes.Id(), new { name = "Tea", group = "Tests", kind = "expense" })))[0]
            .GetProperty("status").GetString().ShouldBe("applied");
    }

    [Fact]
    public async Task is_erased_after_fourteen_days()
    {
        var (owner, ledger) = await CreateAsync();
        var kept = new LedgerDatabase(app.ConnectionString, ledger.LedgerId);
        (await DeleteAsync(ledger, new { password = owner.Password })).ShouldBe(HttpStatusCode.NoContent);

        app.Time.Advance(TimeSpan.FromDays(14) - TimeSpan.FromMinutes(1));
        await app.Host.SweepAsync();
        ledger = ledger.As((await owner.LogInAgainAsync()).Client);
        (await RestoreAsync(ledger)).ShouldBe(HttpStatusCode.OK);
        (await DeleteAsync(ledger, new { password = owner.Password })).ShouldBe(HttpStatusCode.NoContent);

        app.Time.Advance(TimeSpan.FromDays(14));
        ledger = ledger.As((await owner.LogInAgainAsync()).Client);
        (await ledger.GetAsync(Deleted)).Items.ShouldBeEmpty();
        (await RestoreAsync(ledger)).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        await app.Host.SweepAsync();
        (await kept.TablesInUseAsync()).ShouldBeEmpty();
        (await app.Host.SweepAsync())["DeletedLedgers"].ShouldBe(0);
    }

    [Fact]
    public async Task goes_at_once_with_the_only_owner_and_stays_without_others()
    {
        var ((owner, alone), (second, shared)) = (await CreateAsync(), await CreateAsync());
        await JoinAsync(alone, LedgerRole.Editor);
        var heir = await Sharing.JoinAsync(app.Host, shared, UserOf(owner), LedgerRole.Owner);
        var cursor = (await heir.GetAsync("changes?limit=1000")).Body.GetProperty("cursor").GetString();
        (await DeleteAsync(alone, new { password = owner.Password })).ShouldBe(HttpStatusCode.NoContent);
        (await DeleteAsync(heir, new { password = owner.Password })).ShouldBe(HttpStatusCode.NoContent);
        (await heir.PatchAsync("/api/v1/me", new { displayName = "Grace" })).ShouldBe(HttpStatusCode.OK);

        (await second.Client.SendAsync(HttpMethod.Delete, "/api/v1/me", new { password = second.Password })).ShouldBe(HttpStatusCode.NoContent);
        (await RestoreAsync(heir)).ShouldBe(HttpStatusCode.OK);
        (await heir.GetAsync("members")).Items.ShouldHaveSingleItem().GetProperty("userId").GetGuid().ShouldBe(owner.Id);
        var changed = (await heir.GetAsync($"changes?since={cursor}&kinds=member")).Items.ToDictionary(item => item.GetProperty("id").GetGuid());
        changed[second.Id].GetProperty("deleted").GetBoolean().ShouldBeTrue();
        changed[owner.Id].GetProperty("data").GetProperty("displayName").GetString().ShouldBe("Grace");

        (await owner.Client.SendAsync(HttpMethod.Delete, "/api/v1/me", new { password = owner.Password })).ShouldBe(HttpStatusCode.NoContent);
        (await new LedgerDatabase(app.ConnectionString, alone.LedgerId).TablesInUseAsync()).ShouldBeEmpty();
        (await new LedgerDatabase(app.ConnectionString, shared.LedgerId).TablesInUseAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task is_part_of_what_its_owner_takes_along()
    {
        var (owner, ledger) = await CreateAsync();
        var editor = await JoinAsync(ledger, LedgerRole.Editor);
        (await DeleteAsync(ledger, new { password = owner.Password })).ShouldBe(HttpStatusCode.NoContent);

        var taken = (await ExportedAsync(ledger)).ShouldHaveSingleItem();
        taken.GetProperty("id").GetGuid().ShouldBe(ledger.LedgerId);
        taken.GetProperty("deletedAt").GetDateTimeOffset().ShouldBe(app.Time.GetUtcNow(), TimeSpan.FromMilliseconds(1));
        taken.GetProperty("category").GetArrayLength().ShouldBeGreaterThan(0);
        (await ExportedAsync(editor)).ShouldBeEmpty();

        static async Task<IEnumerable<JsonElement>> ExportedAsync(ApiClient user) =>
            (await user.GetAsync("/api/v1/me/export")).ShouldBe(HttpStatusCode.OK).Body.GetProperty("ledgers").EnumerateArray();
    }

    private static Task<ApiResponse> DeleteAsync(LedgerClient ledger, object body) => ledger.SendAsync(HttpMethod.Delete, ledger.Path, body);

    private static Task<ApiResponse> RestoreAsync(LedgerClient ledger) => ledger.PostAsync("restore");

    private ApiClient UserOf(TestUser user) => new(app.Host.Server.CreateClient(), user.Id, user.AccessToken);

    private async Task<(TestUser Owner, LedgerClient Ledger)> CreateAsync()
    {
        var owner = await app.RegisterAsync();
        await ConfirmedAsync(owner);
        return (owner, await UserOf(owner).CreateLedgerAsync());
    }

    private async Task<LedgerClient> JoinAsync(LedgerClient ledger, LedgerRole role) =>
        await Sharing.JoinAsync(app.Host, ledger, await AppFixture.SignInAsync(app.Host, Guid.CreateVersion7()), role);

    private async Task<ApiClient> ConfirmedAsync(TestUser user)
    {
        var code = await app.Mail.NextCodeAsync(user.Email);
        (await user.Client.PostAsync("/api/v1/auth/verify-email", new { code })).ShouldBe(HttpStatusCode.OK);
        return user.Client;
    }

    private async Task<long> CountedAsync() => (await new LedgerDatabase(app.ConnectionString, Guid.Empty)
        .QueryAsync<long>(app.Host.Services.GetServices<BusinessCount>().Single(count => count.Name == "mybudget.ledgers").Sql))[0];
}
