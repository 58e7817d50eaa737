using System.Net;
using System.Text.Json;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Domain;
using MyBudget.Features.Identity.Contracts;

namespace MyBudget.IntegrationTests.Features.Ledgers;

public sealed class MemberTests(AppFixture app)
{
    [Fact]
    public async Task are_listed_and_their_addresses_shown_to_owners_alone()
    {
        var ledger = await app.CreateLedgerAsync();
        var editor = await ledger.InviteAsync(LedgerRole.Editor);

        var seenByOwner = (await ledger.GetAsync("members")).ShouldBe(HttpStatusCode.OK).Items;
        var seenByEditor = (await editor.GetAsync("members")).ShouldBe(HttpStatusCode.OK).Items;

        seenByOwner.Select(member => member.GetProperty("userId").GetGuid()).ShouldBe([ledger.UserId, editor.UserId]);
        seenByOwner.Select(RoleOf).ShouldBe(["owner", "editor"]);
        seenByOwner.Select(EmailOf).ShouldBe([$"{ledger.UserId:N}@example.org", $"{editor.UserId:N}@example.org"]);
        seenByEditor.Select(EmailOf).ShouldBe([null, $"{editor.UserId:N}@example.org"]);
        seenByEditor.Select(member => member.GetProperty("displayName").GetString()).ShouldBe(["Ada", "Ada"]);

        static string? EmailOf(JsonElement member) => member.GetProperty("email").GetString();
    }

    [Fact]
    public async Task who_left_can_still_be_named_and_who_is_erased_is_a_former_member()
    {
        var ledger = await app.CreateLedgerAsync();
        var (left, erased, back) = (await ledger.InviteAsync(LedgerRole.Editor), await ledger.InviteAsync(LedgerRole.Editor), await ledger.InviteAsync(LedgerRole.Viewer));
        foreach (var member in (LedgerClient[])[left, erased, back])
            (await member.DeleteAsync($"members/{member.UserId}")).ShouldBe(HttpStatusCode.NoContent);
        await Sharing.JoinAsync(app.Host, ledger, back, LedgerRole.Viewer);
        await using (var session = app.Host.Services.GetRequiredService<IDocumentStore>().LightweightSession("outside"))
        {
            session.Delete<UserProfile>(erased.UserId);
            await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        (await ledger.GetAsync("members")).Items.Length.ShouldBe(2);
        var all = (await back.GetAsync("members?former=true")).ShouldBe(HttpStatusCode.OK).Items;
        all.Select(member => member.GetProperty("userId").GetGuid()).ShouldBe([ledger.UserId, back.UserId, left.UserId, erased.UserId]);
        all.Select(member => member.GetProperty("until").ValueKind is JsonValueKind.String).ShouldBe([false, false, true, true]);
        all.Skip(2).Select(member => (member.GetProperty("displayName").GetString(), member.GetProperty("role").GetString(), member.GetProperty("email").ValueKind))
            .ShouldBe([("Ada", "editor", JsonValueKind.Null), ("Former member", "editor", JsonValueKind.Null)]);
        (await ledger.GetAsync("members?former=true", ("Accept-Language", "ru"))).Items[^1].GetProperty("displayName").GetString().ShouldBe("Бывший участник");
    }

    [Fact]
    public async Task have_another_role_from_the_next_request_on_whatever_replica_answers()
    {
        await using var replica = await app.StartHostAsync();
        var ledger = await app.CreateLedgerAsync();
        var member = await ledger.InviteAsync(LedgerRole.Editor);
        var elsewhere = new LedgerClient(replica.Server.CreateClient(), member.UserId, member.Token, ledger.LedgerId);
        await elsewhere.OpenAccountAsync("Bank");

        (await ChangeAsync(ledger, member, LedgerRole.Viewer)).ShouldBe(HttpStatusCode.OK).Body.GetProperty("role").GetString().ShouldBe("viewer");
        (await elsewhere.PostAsync("categories", new { name = "Tea", group = "Food", kind = "expense" })).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        (await elsewhere.GetAsync("accounts")).ShouldBe(HttpStatusCode.OK);
        (await elsewhere.GetAsync(ledger.Path)).Body.GetProperty("role").GetString().ShouldBe("viewer");

        (await ChangeAsync(ledger, member, LedgerRole.Editor)).ShouldBe(HttpStatusCode.OK);
        await elsewhere.CreateCategoryAsync("Tea");

        (await ledger.DeleteAsync($"members/{member.UserId}")).ShouldBe(HttpStatusCode.NoContent);
        (await elsewhere.GetAsync("accounts")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await elsewhere.GetAsync("/api/v1/ledgers")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task need_an_owner_among_them()
    {
        var ledger = await app.CreateLedgerAsync();
        var editor = await ledger.InviteAsync(LedgerRole.Editor);

        (await ledger.DeleteAsync($"members/{ledger.UserId}")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "ledgers.last-owner");
        (await ChangeAsync(ledger, ledger, LedgerRole.Viewer)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "ledgers.last-owner");
        (await ChangeAsync(ledger, ledger, LedgerRole.Owner)).ShouldBe(HttpStatusCode.OK);

        (await ChangeAsync(ledger, editor, LedgerRole.Owner)).ShouldBe(HttpStatusCode.OK);
        (await ledger.DeleteAsync($"members/{ledger.UserId}")).ShouldBe(HttpStatusCode.NoContent);
        (await ledger.GetAsync(ledger.Path)).ShouldBe(HttpStatusCode.NotFound);
        (await editor.PatchAsync(ledger.Path, new { name = "Mine" })).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task leave_when_they_like_and_remove_nobody_else_unless_they_are_owners()
    {
        var ledger = await app.CreateLedgerAsync();
        var (viewer, editor) = (await ledger.InviteAsync(LedgerRole.Viewer), await ledger.InviteAsync(LedgerRole.Editor));

        (await editor.DeleteAsync($"members/{viewer.UserId}")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        (await viewer.DeleteAsync($"members/{Guid.CreateVersion7()}")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await ChangeAsync(editor, viewer, LedgerRole.Editor)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        (await viewer.DeleteAsync($"members/{viewer.UserId}")).ShouldBe(HttpStatusCode.NoContent);

        (await viewer.GetAsync("members")).ShouldBe(HttpStatusCode.NotFound);
        (await ledger.DeleteAsync($"members/{viewer.UserId}")).ShouldBe(HttpStatusCode.NotFound);
        (await ChangeAsync(ledger, viewer, LedgerRole.Editor)).ShouldBe(HttpStatusCode.NotFound);
        (await ledger.GetAsync("members")).Items.Length.ShouldBe(2);
    }

    [Fact]
    public async Task who_are_owners_no_longer_leave_no_invitations_behind()
    {
        var ledger = await app.CreateLedgerAsync();
        var (demoted, removed) = (await ledger.InviteAsync(LedgerRole.Owner), await ledger.InviteAsync(LedgerRole.Owner));
        var mine = await InviteAsync(ledger);
        await InviteAsync(demoted);
        await InviteAsync(removed);

        await ChangeAsync(ledger, demoted, LedgerRole.Editor);
        await ledger.DeleteAsync($"members/{removed.UserId}");

        (await ledger.GetAsync("invitations")).Items.ShouldHaveSingleItem().GetProperty("id").GetGuid().ShouldBe(mine.Id);

        static async Task<ApiResponse> InviteAsync(LedgerClient owner) =>
            (await owner.PostAsync("invitations", new { email = $"{Guid.CreateVersion7():N}@example.org", role = "viewer" })).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task who_come_change_and_go_are_part_of_the_ledgers_history()
    {
        var ledger = await app.CreateLedgerAsync();
        var before = await ledger.GetAsync(ledger.Path);
        var member = await ledger.InviteAsync(LedgerRole.Viewer);
        await ChangeAsync(ledger, member, LedgerRole.Editor);
        await ChangeAsync(ledger, member, LedgerRole.Editor);
        await member.DeleteAsync($"members/{member.UserId}");

        var after = await ledger.GetAsync(ledger.Path, ("If-None-Match", before.ETag!));
        after.ShouldBe(HttpStatusCode.OK).Body.GetProperty("revision").GetInt64().ShouldBe(4);
        after.Body.GetProperty("version").GetInt32().ShouldBe(4);
        var database = LedgerDatabase.Of(app, ledger);
        (await database.QueryAsync<string>("select type from mt_events where stream_id = @ledger order by version"))
            .ShouldBe(["ledger_created", "member_joined", "member_role_changed", "member_left"]);
        (await database.EventRevisionsAsync()).Distinct().ShouldBe([1, 2, 3, 4]);
        (await database.QueryAsync<long>("select revision from ledger_changes where ledger_id = @ledger and kind = 'ledger'")).ShouldBe([4]);
    }

    [Theory]
    [InlineData("""{"role":null}""", "role", "required")]
    [InlineData("""{"role":"admin"}""", "role", "json")]
    [InlineData("""{"role":2}""", "role", "json")]
    [InlineData("""{"name":"Eve"}""", "name", "unknown-member")]
    public async Task are_not_changed_by_bad_input(string patch, string field, string code)
    {
        var ledger = await app.CreateLedgerAsync();
        (await ledger.PatchAsync($"members/{(await ledger.InviteAsync(LedgerRole.Viewer)).UserId}", patch)).ShouldBlame(field, code);
    }

    private static Task<ApiResponse> ChangeAsync(LedgerClient by, LedgerClient member, LedgerRole role) =>
        by.PatchAsync($"members/{member.UserId}", new { role = Sharing.NameOf(role) });

    private static string? RoleOf(JsonElement member) => member.GetProperty("role").GetString();
}
