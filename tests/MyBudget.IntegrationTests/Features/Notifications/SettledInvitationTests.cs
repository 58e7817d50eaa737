using System.Net;
using MyBudget.Domain;
using MyBudget.IntegrationTests.Features.Sync;

namespace MyBudget.IntegrationTests.Features.Notifications;

/// <summary>What was settled on one device is no news on the other.</summary>
[Collection(nameof(NotificationsApp))]
public sealed class SettledInvitationTests(NotificationsApp app)
{
    private const string Inbox = "/api/v1/notifications";

    public static readonly TheoryData<string> Ends = ["accepted", "declined", "withdrawn", "inviter-demoted", "ledger-deleted", "expired", "let-in-otherwise"];

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task an_invitation_goes_from_the_inbox_of_every_device(string end)
    {
        var (ledger, phone) = (await (await app.SignInAsync()).CreateLedgerAsync(), await app.SignInAsync());
        var owner = await Sharing.JoinAsync(app.Host, ledger, await app.SignInAsync(), LedgerRole.Owner);
        var tablet = await AppFixture.SignInAsync(app.Host, phone.UserId);
        var sent = (await owner.PostAsync("invitations", new { email = $"{phone.UserId:N}@example.org", role = "viewer" })).ShouldBe(HttpStatusCode.Created);
        var entry = (await tablet.GetAsync(Inbox)).Items.ShouldHaveSingleItem().GetProperty("id").GetGuid();
        using var stream = await EventReader.OpenAsync(tablet, app.Host);
        (await stream.PassAsync("inbox")).Data.GetProperty("unread").GetInt64().ShouldBe(1);

        await EndAsync(end, ledger, owner, phone, sent.Id);

        // A week later no access token is good any more.
        if (end == "expired") tablet = await AppFixture.SignInAsync(app.Host, phone.UserId);
        // One notification for another is the same number, which no stream tells again.
        else if (UnreadAfter(end) == 0) (await stream.PassAsync("inbox")).Data.GetProperty("unread").GetInt64().ShouldBe(UnreadAfter(end));
        (await tablet.GetAsync($"{Inbox}/unread-count")).Body.GetProperty("unread").GetInt64().ShouldBe(UnreadAfter(end));
        (await tablet.GetAsync(Inbox)).Items.ShouldNotContain(item => item.GetProperty("kind").GetString() == "invitation");
        (await tablet.PutAsync($"{Inbox}/{entry}/read")).ShouldBe(HttpStatusCode.NotFound);
        (await tablet.DeleteAsync($"{Inbox}/{entry}")).ShouldBe(HttpStatusCode.NotFound);

        await app.Host.SweepAsync();
        (await app.CountAsync($"select count(*) from mt_doc_inbox_entry where id = '{entry}'")).ShouldBe(0);
    }

    [Fact]
    public async Task sent_again_it_takes_the_place_of_the_one_before()
    {
        var (ledger, user) = (await (await app.SignInAsync()).CreateLedgerAsync(), await app.SignInAsync());
        foreach (var role in new[] { "viewer", "editor" })
        {
            (await ledger.PostAsync("invitations", new { email = $"{user.UserId:N}@example.org", role })).ShouldBe(HttpStatusCode.Created);
            app.Time.Advance(TimeSpan.FromSeconds(1));
        }

        (await user.GetAsync(Inbox)).Items.ShouldHaveSingleItem().GetProperty("body").GetString().ShouldBe("Your role: editor.");
        await app.Host.SweepAsync();
        (await user.GetAsync(Inbox)).Items.ShouldHaveSingleItem("it is still open");
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task a_push_that_waits_for_the_morning_asks_nobody_what_is_settled(bool isSettled, int pushes)
    {
        var (ledger, user) = (await (await app.SignInAsync()).CreateLedgerAsync(), await app.SignInAsync());
        var token = await NotificationsApp.RegisterAsync(user);
        var now = app.Time.GetUtcNow();
        await user.PutAsync("/api/v1/notification-preferences", new { quietHours = new { from = $"{now.AddHours(-1):HH:mm}", to = $"{now.AddHours(1):HH:mm}" } });
        var sent = (await ledger.PostAsync("invitations", new { email = $"{user.UserId:N}@example.org", role = "viewer" })).ShouldBe(HttpStatusCode.Created);
        await app.UntilAsync($"select count(*) from outbox where user_id = '{user.UserId}'", 1);
        if (isSettled) (await user.DeleteAsync($"/api/v1/invitations/{sent.Id}")).ShouldBe(HttpStatusCode.NoContent);

        app.Time.Advance(TimeSpan.FromHours(2));
        await app.SettledAsync(user);

        app.Fcm.Calls.Count(call => call.Token == token).ShouldBe(pushes);
    }

    /// <summary>That they are a member now is news of its own.</summary>
    private static long UnreadAfter(string end) => end == "let-in-otherwise" ? 1 : 0;

    private async Task EndAsync(string end, LedgerClient ledger, LedgerClient owner, ApiClient user, Guid invitation)
    {
        switch (end)
        {
            case "accepted":
                (await user.PostAsync($"/api/v1/invitations/{invitation}/acceptance")).ShouldBe(HttpStatusCode.OK);
                break;
            case "declined":
                (await user.DeleteAsync($"/api/v1/invitations/{invitation}")).ShouldBe(HttpStatusCode.NoContent);
                break;
            case "withdrawn":
                (await ledger.DeleteAsync($"invitations/{invitation}")).ShouldBe(HttpStatusCode.NoContent);
                break;
            case "inviter-demoted":
                (await ledger.PatchAsync($"members/{owner.UserId}", new { role = "viewer" })).ShouldBe(HttpStatusCode.OK);
                break;
            case "ledger-deleted":
                (await app.Host.DeleteLedgerAsync(ledger)).ShouldBe(HttpStatusCode.NoContent);
                break;
            case "expired":
                // PostgreSQL keeps microseconds, rounded.
                app.Time.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMilliseconds(1));
                break;
            default:
                var link = await ledger.PostAsync("join-links");
                var asked = await user.PostAsync("/api/v1/join-requests", new { code = link.Body.GetProperty("code").GetString() });
                (await ledger.PostAsync($"join-requests/{asked.Id}/acceptance", new { role = "editor" })).ShouldBe(HttpStatusCode.OK);
                (await ledger.GetAsync("invitations")).Items.ShouldBeEmpty();
                break;
        }
    }
}
