using System.Net;
using System.Text.Json;
using MyBudget.Domain;

namespace MyBudget.IntegrationTests.Features.Notifications;

[Collection(nameof(NotificationsApp))]
public sealed class SharingNoticeTests(NotificationsApp app)
{
    private const string Inbox = "/api/v1/notifications";

    [Fact]
    public async Task an_invitation_reaches_inbox_and_phone_of_a_user_in_their_language_and_is_accepted_from_there()
    {
        var (ledger, user) = (await CreateLedgerAsync(), await app.SignInAsync("ru"));
        var token = await NotificationsApp.RegisterAsync(user);

        var invitation = await InviteAsync(ledger, user);

        var push = await app.PushAsync(token);
        push.Title.ShouldBe("Ada приглашает вас в «Home»");
        push.Data("type").ShouldBe("invitation");
        push.Data("invitationId").ShouldBe($"{invitation.Id}");
        var entry = (await user.GetAsync(Inbox)).Items.ShouldHaveSingleItem();
        entry.GetProperty("kind").GetString().ShouldBe("invitation");
        entry.GetProperty("title").GetString().ShouldBe(push.Title);
        entry.GetProperty("body").GetString().ShouldBe("Ваша роль: редактор.");

        var id = entry.GetProperty("data").GetProperty("invitationId").GetGuid();
        (await user.PostAsync($"/api/v1/invitations/{id}/acceptance")).ShouldBe(HttpStatusCode.OK);
        (await ledger.As(user).GetAsync("accounts")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task a_mail_has_the_link_that_opens_the_app_where_one_is_configured()
    {
        var (ledger, user) = (await CreateLedgerAsync(), await app.SignInAsync());
        await InviteAsync(ledger, user);

        var text = (await app.Mail.NextAsync($"{user.UserId:N}@example.org")).TextBody.ShouldNotBeNull();
        var code = text[(text.IndexOf("https://budget.example.org/join#", StringComparison.Ordinal) + 32)..].Split('\r', '\n')[0];
        (await user.GetAsync($"/api/v1/invitations/{code}")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task an_invitation_that_is_refused_tells_nobody()
    {
        var ledger = await CreateLedgerAsync();
        var member = await Sharing.JoinAsync(app.Host, ledger, await app.SignInAsync(), LedgerRole.Editor);
        (await ledger.PostAsync("invitations", new { email = $"{member.UserId:N}@example.org", role = "viewer" })).ShouldBe(HttpStatusCode.Conflict);
        (await member.GetAsync(Inbox)).Items.ShouldBeEmpty("the first invitation was accepted");
    }

    [Fact]
    public async Task a_new_role_and_its_end_are_told_to_the_member_who_has_it()
    {
        var ledger = await CreateLedgerAsync();
        var member = await Sharing.JoinAsync(app.Host, ledger, await app.SignInAsync(), LedgerRole.Viewer);
        await member.PostAsync($"{Inbox}/read-all");

        app.Time.Advance(TimeSpan.FromSeconds(1));
        (await ledger.PatchAsync($"members/{member.UserId}", new { role = "editor" })).ShouldBe(HttpStatusCode.OK);
        (await ledger.PatchAsync($"members/{member.UserId}", new { role = "editor" })).ShouldBe(HttpStatusCode.OK);
        var changed = (await member.GetAsync(Inbox)).Items[0];
        Said(changed).ShouldBe(("roleChanged", "Your role in Home has changed", "Your role: editor."));
        changed.GetProperty("ledgerId").GetGuid().ShouldBe(ledger.LedgerId);

        app.Time.Advance(TimeSpan.FromSeconds(1));
        (await ledger.DeleteAsync($"members/{member.UserId}")).ShouldBe(HttpStatusCode.NoContent);
        var left = (await member.GetAsync(Inbox)).Items;
        left.Length.ShouldBe(1, "what was told of the ledger itself is no longer theirs to see");
        Said(left[0]).ShouldBe(("roleChanged", "You are no longer a member of Home", "By Ada"));
        left[0].GetProperty("data").GetProperty("ledgerId").GetGuid().ShouldBe(ledger.LedgerId);
        (await ledger.GetAsync(Inbox)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task who_leaves_by_themselves_needs_no_telling_and_a_deleted_ledger_is_told_to_all_others()
    {
        var ledger = await CreateLedgerAsync();
        var leaving = await Sharing.JoinAsync(app.Host, ledger, await app.SignInAsync(), LedgerRole.Viewer);
        var staying = await Sharing.JoinAsync(app.Host, ledger, await app.SignInAsync(), LedgerRole.Viewer);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        (await leaving.DeleteAsync($"members/{leaving.UserId}")).ShouldBe(HttpStatusCode.NoContent);
        (await app.Host.DeleteLedgerAsync(ledger)).ShouldBe(HttpStatusCode.NoContent);

        (await leaving.GetAsync(Inbox)).Items.ShouldBeEmpty();
        Said((await staying.GetAsync(Inbox)).Items[0]).ShouldBe(("roleChanged", "You are no longer a member of Home", "By Ada"));
        (await ledger.GetAsync(Inbox)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task who_was_removed_gets_no_push_that_still_waited()
    {
        var ledger = await CreateLedgerAsync();
        var member = await Sharing.JoinAsync(app.Host, ledger, await app.SignInAsync(), LedgerRole.Viewer);
        var token = await NotificationsApp.RegisterAsync(member);
        var now = app.Time.GetUtcNow();
        await member.PutAsync(
            "/api/v1/notification-preferences", new { quietHours = new { from = $"{now.AddHours(-1):HH:mm}", to = $"{now.AddHours(1):HH:mm}" } });
        await app.SendAsync(app.Threshold(member, ledgerId: ledger.LedgerId), app.Threshold(member, level: 90));

        (await ledger.DeleteAsync($"members/{member.UserId}")).ShouldBe(HttpStatusCode.NoContent);
        app.Time.Advance(TimeSpan.FromHours(2));

        await app.SettledAsync(member);
        app.Fcm.Calls.Where(call => call.Token == token && call.Title is not null).Select(call => call.Title)
            .ShouldBe(["Food: 90 % used", "You are no longer a member of Home"], ignoreOrder: true);
    }

    private async Task<LedgerClient> CreateLedgerAsync() => await (await app.SignInAsync()).CreateLedgerAsync();

    private static async Task<ApiResponse> InviteAsync(LedgerClient ledger, ApiClient user) =>
        (await ledger.PostAsync("invitations", new { email = $"{user.UserId:N}@example.org", role = "editor" })).ShouldBe(HttpStatusCode.Created);

    private static (string?, string?, string?) Said(JsonElement entry) =>
        (entry.GetProperty("kind").GetString(), entry.GetProperty("title").GetString(), entry.GetProperty("body").GetString());
}
