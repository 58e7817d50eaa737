using System.Net;
using System.Text.Json;
using MyBudget.Domain;

namespace MyBudget.IntegrationTests.Features.Notifications;

/// <summary>Notices name others by what they call themselves when they are read, and nobody who is erased.</summary>
[Collection(nameof(NotificationsApp))]
public sealed class NamesInNoticesTests(NotificationsApp app)
{
    private const string Inbox = "/api/v1/notifications";

    [Fact]
    public async Task who_is_erased_is_named_in_nobody_elses_inbox_and_export()
    {
        var (ledger, other, leaving) = await ShareAsync("Barnaby");
        var removed = await Sharing.JoinAsync(app.Host, ledger, await app.SignInAsync(), LedgerRole.Viewer);
        (await leaving.DeleteAsync($"members/{removed.UserId}")).ShouldBe(HttpStatusCode.NoContent);
        await LetInAsync(leaving, other);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        (await leaving.PatchAsync($"members/{other.UserId}", new { role = "editor" })).ShouldBe(HttpStatusCode.OK);
        await leaving.RecordAsync(new { accountId = await leaving.OpenAccountAsync(), date = "2026-01-01", amount = -5 });
        await app.CaughtUpAsync();
        string[] kinds = ["joinAnswered", "roleChanged", "memberEntry"];
        var told = (await other.GetAsync(Inbox)).Items.Where(entry => kinds.Contains(entry.GetProperty("kind").GetString())).ToList();
        told.Select(entry => entry.GetProperty("data").GetProperty("by").GetString()).ShouldBe(["Barnaby", "Barnaby", "Barnaby"]);
        (await TakenAsync(other)).ShouldContain("Barnaby");

        await app.Host.EraseUserAsync(leaving);

        foreach (var reader in new[] { other, removed, ledger })
        {
            (await reader.GetAsync(Inbox)).Text.ShouldNotContain("Barnaby");
            (await TakenAsync(reader)).ShouldNotContain("Barnaby");
            (await app.CountAsync($"select count(*) from mt_doc_inbox_entry where user_id = '{reader.UserId}' and data::text like '%Barnaby%'")).ShouldBe(0);
        }

        (await removed.GetAsync(Inbox)).Items[0].GetProperty("body").GetString().ShouldBe("By Former member");
        (await other.GetAsync(Inbox)).Items.Select(entry => entry.GetProperty("data").GetProperty("by").GetString()).ShouldContain("Former member");
        (await removed.GetAsync(Inbox, ("Accept-Language", "ru"))).Items[0].GetProperty("body").GetString().ShouldBe("Кто: Бывший участник");
    }

    [Fact]
    public async Task who_calls_themselves_something_else_is_named_so()
    {
        var (_, other, owner) = await ShareAsync("Barnaby");
        await LetInAsync(owner, other);

        await owner.PatchAsync("/api/v1/me", new { displayName = "Benedict" });

        (await other.GetAsync(Inbox)).Items[0].GetProperty("data").GetProperty("by").GetString().ShouldBe("Benedict");
    }

    [Fact]
    public async Task a_push_that_waits_and_names_who_is_erased_is_not_sent()
    {
        var (ledger, other, leaving) = await ShareAsync("Barnaby");
        await LetInAsync(leaving, other);
        var token = await NotificationsApp.RegisterAsync(other);
        var now = app.Time.GetUtcNow();
        await other.PutAsync(
            "/api/v1/notification-preferences", new { quietHours = new { from = $"{now.AddHours(-1):HH:mm}", to = $"{now.AddHours(1):HH:mm}" } });
        var accountId = await ledger.OpenAccountAsync();
        await leaving.RecordAsync(new { accountId, date = "2026-01-01", amount = -5 });
        await ledger.RecordAsync(new { accountId, date = "2026-01-01", amount = -7 });
        await app.CaughtUpAsync();

        await app.Host.EraseUserAsync(leaving);
        app.Time.Advance(TimeSpan.FromHours(2));

        await app.SettledAsync(other);
        app.Fcm.Calls.Where(call => call.Token == token && call.Title is not null).Select(call => call.Title).ShouldBe(["Ada: -0.07\u00a0EUR"]);
    }

    [Fact]
    public async Task who_declined_is_named_to_nobody()
    {
        var (_, other, owner) = await ShareAsync("Barnaby");
        var token = await NotificationsApp.RegisterAsync(other);
        var asked = await AskAsync(owner, other);

        (await owner.PostAsync($"join-requests/{asked.Id}/refusal")).ShouldBe(HttpStatusCode.NoContent);

        var push = await app.PushAsync(token);
        push.Title.ShouldBe("You were not added to Home");
        var told = (await other.GetAsync(Inbox)).ShouldBe(HttpStatusCode.OK);
        told.Items.ShouldHaveSingleItem().GetProperty("data").GetProperty("by").ValueKind.ShouldBe(JsonValueKind.Null);
        foreach (var text in new[] { told.Text, await TakenAsync(other), $"{push.Title} {push.Body}" })
        {
            text.ShouldNotContain("Barnaby");
            text.ShouldNotContain($"{owner.UserId}");
        }
    }

    [Fact]
    public async Task nobody_takes_along_what_the_inbox_does_not_show()
    {
        var (ledger, other, owner) = await ShareAsync("Barnaby");
        await LetInAsync(owner, other);
        await app.SendAsync(app.Threshold(other, 42, ledger.LedgerId));
        (await InboxTakenAsync(other)).ShouldContain($"{ledger.LedgerId}");

        (await ledger.DeleteAsync($"members/{other.UserId}")).ShouldBe(HttpStatusCode.NoContent);

        var shown = (await other.GetAsync(Inbox)).Items.ShouldHaveSingleItem("that they are no longer a member they are told").Id();
        (await InboxEntriesAsync(other)).ShouldHaveSingleItem().Id().ShouldBe(shown);

        await app.Host.DeleteLedgerAsync(ledger);
        (await InboxEntriesAsync(other)).ShouldHaveSingleItem().Id().ShouldBe(shown);
        (await InboxEntriesAsync(owner)).Select(entry => entry.GetProperty("ledgerId").ValueKind).ShouldAllBe(kind => kind == JsonValueKind.Null);
    }

    /// <summary>A ledger of Ada, somebody who is not in it, and another owner who calls themselves as given.</summary>
    private async Task<(LedgerClient Ledger, LedgerClient Other, LedgerClient Owner)> ShareAsync(string name)
    {
        var (ledger, other) = (await (await app.SignInAsync()).CreateLedgerAsync(), await app.SignInAsync());
        var owner = await Sharing.JoinAsync(app.Host, ledger, await app.SignInAsync(), LedgerRole.Owner);
        (await owner.PatchAsync("/api/v1/me", new { displayName = name })).ShouldBe(HttpStatusCode.OK);
        return (ledger, ledger.As(other), owner);
    }

    private static async Task<ApiResponse> AskAsync(LedgerClient owner, ApiClient user)
    {
        var code = (await owner.PostAsync("join-links")).ShouldBe(HttpStatusCode.Created).Body.GetProperty("code").GetString();
        return (await user.PostAsync("/api/v1/join-requests", new { code })).ShouldBe(HttpStatusCode.Created);
    }

    private static async Task LetInAsync(LedgerClient owner, ApiClient user)
    {
        var asked = await AskAsync(owner, user);
        (await owner.PostAsync($"join-requests/{asked.Id}/acceptance", new { role = "viewer" })).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<JsonElement[]> InboxEntriesAsync(ApiClient user) =>
        [.. (await user.GetAsync("/api/v1/me/export")).ShouldBe(HttpStatusCode.OK).Body.GetProperty("notifications").GetProperty("inbox").EnumerateArray()];

    private static async Task<string> InboxTakenAsync(ApiClient user) => string.Concat((await InboxEntriesAsync(user)).Select(entry => entry.GetRawText()));

    private static async Task<string> TakenAsync(ApiClient user) =>
        (await user.GetAsync("/api/v1/me/export")).ShouldBe(HttpStatusCode.OK).Body.GetProperty("notifications").GetRawText();
}

file static class Entries
{
    public static Guid Id(this JsonElement entry) => entry.GetProperty("id").GetGuid();
}
