using System.Net;
using System.Text.Json;
using MyBudget.Domain;
using MyBudget.IntegrationTests.Features.Notifications;

namespace MyBudget.IntegrationTests.Features.Ledgers;

/// <summary>Whoever opens a join link asks to join, and an owner decides.</summary>
[Collection(nameof(NotificationsApp))]
public sealed class JoiningTests(NotificationsApp app)
{
    private const string Requests = "/api/v1/join-requests";
    private const string Inbox = "/api/v1/notifications";

    [Fact]
    public async Task asks_and_is_let_in_with_the_role_that_the_owner_chooses()
    {
        var (ledger, user) = (await CreateLedgerAsync(), await app.SignInAsync());
        var link = (await ledger.PostAsync("join-links", new { role = "viewer" })).ShouldBe(HttpStatusCode.Created);
        var code = CodeOf(link);
        code.Length.ShouldBe(43);
        link.Body.GetProperty("link").GetString().ShouldBe($"https://budget.example.org/ask#{code}");
        link.Body.GetProperty("expiresAt").GetDateTimeOffset().ShouldBe(link.Body.GetProperty("createdAt").GetDateTimeOffset().AddHours(24));
        (await ledger.GetAsync("join-links")).Items.ShouldHaveSingleItem().GetRawText().ShouldBe(link.Text);

        var offer = (await LookUpAsync(user, code)).ShouldBe(HttpStatusCode.OK).Body;
        offer.EnumerateObject().Select(member => member.Name).ShouldBe(["ledger", "invitedBy", "role", "expiresAt"]);
        (offer.GetProperty("ledger").GetString(), offer.GetProperty("invitedBy").GetString()).ShouldBe(("Home", "Ada"));

        var asked = (await AskAsync(user, code, " It is me, Bob ")).ShouldBe(HttpStatusCode.Created);
        asked.Text.ShouldNotContain($"{ledger.LedgerId}");
        (await AskAsync(user, code)).ShouldBe(HttpStatusCode.Created).Text.ShouldBe(asked.Text, "asked twice it is the same request");
        (await user.GetAsync(ledger.Path)).ShouldBe(HttpStatusCode.NotFound);
        (await user.GetAsync(Requests)).Items.ShouldHaveSingleItem().GetRawText().ShouldBe(asked.Text);

        var seen = (await ledger.GetAsync("join-requests")).Items.ShouldHaveSingleItem();
        (seen.GetProperty("displayName").GetString(), seen.GetProperty("email").GetString(), seen.GetProperty("message").GetString(), seen.GetProperty("role").GetString())
            .ShouldBe(("Ada", $"{user.UserId:N}@example.org", "It is me, Bob", "viewer"));

        var accepted = (await AcceptAsync(ledger, asked.Id, "editor")).ShouldBe(HttpStatusCode.OK);
        (await AcceptAsync(ledger, asked.Id, "viewer")).ShouldBe(HttpStatusCode.OK).Text.ShouldBe(accepted.Text);
        (await ledger.GetAsync("members")).Items.Single(member => member.GetProperty("userId").GetGuid() == user.UserId).GetRawText().ShouldBe(accepted.Text);
        (await ledger.As(user).OpenAccountAsync()).ShouldNotBe(Guid.Empty);
        (await ledger.GetAsync("join-requests")).Items.ShouldBeEmpty();
        var mine = (await user.GetAsync(Requests)).Items.ShouldHaveSingleItem();
        (mine.GetProperty("status").GetString(), mine.GetProperty("ledgerId").GetGuid()).ShouldBe(("accepted", ledger.LedgerId));
        (await AskAsync(user, code)).ShouldBeProblem(HttpStatusCode.Conflict, "ledgers.joined-already");

        (await ledger.DeleteAsync($"members/{user.UserId}")).ShouldBe(HttpStatusCode.NoContent);
        (await user.GetAsync(Requests)).Items.ShouldBeEmpty("who is no longer a member was let in to nothing");
    }

    [Fact]
    public async Task is_told_to_all_owners_until_one_answers_and_to_who_asked()
    {
        var (ledger, user) = (await CreateLedgerAsync(), await app.SignInAsync("ru"));
        var owner = await Sharing.JoinAsync(app.Host, ledger, await app.SignInAsync("ru"), LedgerRole.Owner);
        var editor = await Sharing.JoinAsync(app.Host, ledger, await app.SignInAsync(), LedgerRole.Editor);
        foreach (var member in new[] { owner, editor }) await member.PostAsync($"{Inbox}/read-all");
        var token = await NotificationsApp.RegisterAsync(owner);

        var asked = (await AskAsync(user, await NewCodeAsync(ledger), "Bob")).ShouldBe(HttpStatusCode.Created);

        var push = await app.PushAsync(token);
        (push.Title, push.Data("type"), push.Data("joinRequestId")).ShouldBe(("Ada просит принять в «Home»", "joinRequested", $"{asked.Id}"));
        Said((await ledger.GetAsync(Inbox)).Items.ShouldHaveSingleItem())
            .ShouldBe(("joinRequested", "Ada asks to join Home", $"{user.UserId:N}@example.org: Bob"));
        (await UnreadAsync(ledger), await UnreadAsync(owner), await UnreadAsync(editor)).ShouldBe((1, 1, 0));

        (await AcceptAsync(ledger, asked.Id)).ShouldBe(HttpStatusCode.OK);

        (await UnreadAsync(ledger), await UnreadAsync(owner)).ShouldBe((0, 0));
        (await ledger.GetAsync(Inbox)).Items.ShouldBeEmpty();
        Said((await user.GetAsync(Inbox)).Items.ShouldHaveSingleItem()).ShouldBe(("joinAnswered", "Вы теперь участник «Home»", "Ваша роль: редактор."));
    }

    [Fact]
    public async Task declined_ends_it_for_this_link()
    {
        var (ledger, user) = (await CreateLedgerAsync(), await app.SignInAsync());
        var code = await NewCodeAsync(ledger);
        var asked = await AskAsync(user, code);

        (await DeclineAsync(ledger, asked.Id)).ShouldBe(HttpStatusCode.NoContent);
        (await DeclineAsync(ledger, asked.Id)).ShouldBe(HttpStatusCode.NoContent);
        (await AcceptAsync(ledger, asked.Id)).ShouldBe(HttpStatusCode.NotFound);

        (await ledger.GetAsync(Inbox)).Items.ShouldBeEmpty();
        var told = (await user.GetAsync(Inbox)).Items.ShouldHaveSingleItem();
        Said(told).ShouldBe(("joinAnswered", "You were not added to Home", "Its owners have declined your request."));
        told.GetRawText().ShouldNotContain($"{ledger.LedgerId}");
        (await AskAsync(user, code)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "ledgers.join-declined");
        (await user.DeleteAsync($"{Requests}/{asked.Id}")).ShouldBe(HttpStatusCode.NotFound);

        var again = await AskAsync(user, await NewCodeAsync(ledger));
        (await AcceptAsync(ledger, again.ShouldBe(HttpStatusCode.Created).Id)).ShouldBe(HttpStatusCode.OK);
        (await DeclineAsync(ledger, again.Id)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ends_when_it_is_withdrawn_or_the_link_is_revoked()
    {
        var (ledger, user) = (await CreateLedgerAsync(), await app.SignInAsync());
        var link = await ledger.PostAsync("join-links");
        var asked = await AskAsync(user, CodeOf(link));
        (await (await app.SignInAsync()).DeleteAsync($"{Requests}/{asked.Id}")).ShouldBe(HttpStatusCode.NotFound);
        (await user.DeleteAsync($"{Requests}/{asked.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await user.DeleteAsync($"{Requests}/{asked.Id}")).ShouldBe(HttpStatusCode.NotFound);
        (await UnreadAsync(ledger)).ShouldBe(0);

        await AskAsync(user, CodeOf(link));
        var other = await AskAsync(await app.SignInAsync(), await NewCodeAsync(ledger));
        (await ledger.DeleteAsync($"join-links/{link.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await ledger.DeleteAsync($"join-links/{link.Id}")).ShouldBe(HttpStatusCode.NotFound);
        (await ledger.GetAsync("join-requests")).Items.ShouldHaveSingleItem().GetProperty("id").GetGuid().ShouldBe(other.Id);
        (await user.GetAsync(Requests)).Items.ShouldBeEmpty();
        (await UnreadAsync(ledger)).ShouldBe(1);
        (await AskAsync(user, CodeOf(link))).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await LookUpAsync(user, CodeOf(link))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task the_link_is_good_for_a_day_and_what_was_asked_by_it_for_a_week()
    {
        var (ledger, user) = (await CreateLedgerAsync(), await app.SignInAsync());
        var code = await NewCodeAsync(ledger);
        app.Time.Advance(TimeSpan.FromHours(23));
        (ledger, user) = (ledger.As(await AppFixture.SignInAsync(app.Host, ledger.UserId)), await AppFixture.SignInAsync(app.Host, user.UserId));
        await AskAsync(user, code);
        app.Time.Advance(TimeSpan.FromHours(1));
        (ledger, user) = (ledger.As(await AppFixture.SignInAsync(app.Host, ledger.UserId)), await AppFixture.SignInAsync(app.Host, user.UserId));
        (await AskAsync(await app.SignInAsync(), code)).ShouldBe(HttpStatusCode.NotFound);
        (await ledger.GetAsync("join-links")).Items.ShouldBeEmpty();
        var asked = (await ledger.GetAsync("join-requests")).Items.ShouldHaveSingleItem();

        app.Time.Advance(TimeSpan.FromDays(7));
        ledger = ledger.As(await AppFixture.SignInAsync(app.Host, ledger.UserId));
        (await ledger.GetAsync("join-requests")).Items.ShouldBeEmpty();
        (await AcceptAsync(ledger, asked.GetProperty("id").GetGuid())).ShouldBe(HttpStatusCode.NotFound);
        await app.Host.SweepAsync();
        foreach (var table in new[] { "mt_doc_join_link", "mt_doc_join_request" })
            (await app.CountAsync($"select count(*) from {table} where ledger_id = '{ledger.LedgerId}'")).ShouldBe(0, table);
    }

    [Fact]
    public async Task who_came_in_by_an_invitation_meanwhile_asks_no_longer()
    {
        var (ledger, user) = (await CreateLedgerAsync(), await app.SignInAsync());
        var asked = await AskAsync(user, await NewCodeAsync(ledger));
        await Sharing.JoinAsync(app.Host, ledger, user, LedgerRole.Viewer);

        (await ledger.GetAsync("join-requests")).Items.ShouldBeEmpty();
        (await UnreadAsync(ledger)).ShouldBe(0);
        (await AcceptAsync(ledger, asked.Id)).ShouldBe(HttpStatusCode.NotFound);
        (await ledger.GetAsync("members")).Items.Length.ShouldBe(2);
    }

    [Fact]
    public async Task asks_only_with_a_confirmed_address()
    {
        var (ledger, user) = (await CreateLedgerAsync(), await app.SignInAsync(verified: false));
        (await AskAsync(user, await NewCodeAsync(ledger))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "ledgers.email-unverified");
        (await ledger.GetAsync("join-requests")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task codes_cannot_be_tried_without_end()
    {
        var (ledger, user) = (await CreateLedgerAsync(), await app.SignInAsync());
        var code = await NewCodeAsync(ledger);
        for (var i = 0; i < 20; i++) (await LookUpAsync(user, code)).ShouldBe(HttpStatusCode.OK);
        for (var i = 0; i < 20; i++) (await LookUpAsync(user, $"{code[..^2]}{i:00}")).ShouldBe(HttpStatusCode.NotFound);
        (await LookUpAsync(user, code)).ShouldBeProblem(HttpStatusCode.TooManyRequests, "http.too-many-requests");
        (await AskAsync(user, code)).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task links_are_few_and_made_once_for_an_id()
    {
        var (ledger, id) = (await CreateLedgerAsync(), Guid.CreateVersion7());
        var first = (await ledger.PostAsync("join-links", new { id })).ShouldBe(HttpStatusCode.Created);
        (await ledger.PostAsync("join-links", new { id })).ShouldBe(HttpStatusCode.Created).Text.ShouldBe(first.Text);
        (await ledger.PostAsync("join-links", new { id, role = "editor" })).ShouldBeProblem(HttpStatusCode.Conflict, "http.id-taken");
        (await (await CreateLedgerAsync()).PostAsync("join-links", new { id })).ShouldBe(HttpStatusCode.Conflict);
        (await ledger.PostAsync("join-links", new { role = "owner" })).ShouldBlame("role", "invited-role");
        for (var i = 0; i < 9; i++) await NewCodeAsync(ledger);
        (await ledger.PostAsync("join-links")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "ledgers.too-many-join-links");
        (await ledger.GetAsync("join-links")).Items.Select(link => link.GetProperty("code").GetString()).ShouldBeUnique();
        (await app.CountAsync($"select count(*) from mt_doc_join_link where data::text like '%{CodeOf(first)}%'")).ShouldBe(0, "only its hash is kept");
    }

    [Fact]
    public async Task only_owners_have_to_do_with_it()
    {
        var ledger = await CreateLedgerAsync();
        var owner = await Sharing.JoinAsync(app.Host, ledger, await app.SignInAsync(), LedgerRole.Owner);
        var link = await owner.PostAsync("join-links");
        var asked = await AskAsync(await app.SignInAsync(), CodeOf(link));
        (await ledger.PatchAsync($"members/{owner.UserId}", new { role = "editor" })).ShouldBe(HttpStatusCode.OK);

        (await ledger.GetAsync("join-links")).Items.ShouldBeEmpty("who is no owner leaves no open door behind");
        foreach (var refused in new[]
                 {
                     await owner.GetAsync("join-links"), await owner.PostAsync("join-links"), await owner.GetAsync("join-requests"),
                     await AcceptAsync(owner, asked.Id), await DeclineAsync(owner, asked.Id),
                 })
            refused.ShouldBe(HttpStatusCode.Forbidden);
        (await AcceptAsync(ledger, asked.Id, "owner")).ShouldBlame("role", "invited-role");
        (await AcceptAsync(ledger, asked.Id)).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{}""", "code", "required")]
    [InlineData("""{"code":""}""", "code", "required")]
    [InlineData("""{"code":"x","role":"owner"}""", "role", "unknown-member")]
    public async Task bad_input_names_the_field(string body, string field, string code) =>
        (await (await app.SignInAsync()).PostAsync(Requests, body)).ShouldBlame(field, code);

    [Fact]
    public async Task a_message_is_short() =>
        (await AskAsync(await app.SignInAsync(), "x", new string('m', 201))).ShouldBlame("message", "too-long");

    private static Task<ApiResponse> LookUpAsync(ApiClient user, string code) => user.PostAsync("/api/v1/join-links/lookup", new { code });

    private static Task<ApiResponse> AskAsync(ApiClient user, string code, string? message = null) => user.PostAsync(Requests, new { code, message });

    private static Task<ApiResponse> AcceptAsync(LedgerClient owner, Guid id, string role = "editor") =>
        owner.PostAsync($"join-requests/{id}/acceptance", new { role });

    private static Task<ApiResponse> DeclineAsync(LedgerClient owner, Guid id) => owner.PostAsync($"join-requests/{id}/refusal");

    private static async Task<string> NewCodeAsync(LedgerClient ledger) => CodeOf((await ledger.PostAsync("join-links")).ShouldBe(HttpStatusCode.Created));

    private static string CodeOf(ApiResponse link) => link.Body.GetProperty("code").GetString().ShouldNotBeNull();

    private static async Task<long> UnreadAsync(ApiClient user) => (await user.GetAsync($"{Inbox}/unread-count")).Body.GetProperty("unread").GetInt64();

    private async Task<LedgerClient> CreateLedgerAsync() => await (await app.SignInAsync()).CreateLedgerAsync();

    private static (string?, string?, string?) Said(JsonElement entry) =>
        (entry.GetProperty("kind").GetString(), entry.GetProperty("title").GetString(), entry.GetProperty("body").GetString());
}
