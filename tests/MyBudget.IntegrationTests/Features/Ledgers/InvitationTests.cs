using System.Net;
using MimeKit;
using MyBudget.IntegrationTests.Features.Identity;

namespace MyBudget.IntegrationTests.Features.Ledgers;

[Collection(nameof(IdentityApp))]
public sealed class InvitationTests(IdentityApp app)
{
    private const string Received = "/api/v1/invitations";
    private const string Kept = "select count(*) from mt_doc_ledger_invitation where ledger_id = @ledger";

    [Fact]
    public async Task is_mailed_looked_at_and_accepted()
    {
        var ledger = await CreateLedgerAsync();
        var email = app.NewEmail();
        var sent = (await InviteAsync(ledger, email, "editor")).ShouldBe(HttpStatusCode.Created);
        var mail = await app.Mail.NextAsync(email);
        mail.Subject.ShouldBe("Ada invites you to Home");
        mail.HtmlBody.ShouldNotBeNull().ShouldContain(CodeIn(mail));

        var user = await ConfirmedAsync(await app.RegisterAsync(email));
        var shown = (await user.GetAsync($"{Received}/{CodeIn(mail)}")).ShouldBe(HttpStatusCode.OK).Body;
        shown.GetProperty("ledger").GetString().ShouldBe("Home");
        shown.GetProperty("role").GetString().ShouldBe("editor");
        shown.GetProperty("invitedBy").GetString().ShouldBe("Ada");
        (await user.GetAsync(Received)).Items.ShouldHaveSingleItem().GetRawText().ShouldBe(shown.GetRawText());
        (await user.GetAsync(ledger.Path)).ShouldBe(HttpStatusCode.NotFound);

        var accepted = (await AcceptAsync(user, CodeIn(mail))).ShouldBe(HttpStatusCode.OK);
        accepted.Body.GetProperty("role").GetString().ShouldBe("editor");
        (await user.GetAsync("/api/v1/ledgers")).Items.ShouldHaveSingleItem().GetRawText().ShouldBe(accepted.Text);
        (await ledger.As(user).OpenAccountAsync()).ShouldNotBe(Guid.Empty);

        (await user.GetAsync(Received)).Items.ShouldBeEmpty();
        (await user.GetAsync($"{Received}/{sent.Id}")).ShouldBe(HttpStatusCode.NotFound);
        (await ledger.GetAsync("invitations")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task is_used_once_and_a_repeat_by_the_same_user_is_the_same_success()
    {
        var (ledger, user) = (await CreateLedgerAsync(), await app.RegisterAsync());
        var client = await ConfirmedAsync(user);
        await InviteAsync(ledger, user.Email);
        var code = CodeIn(await app.Mail.NextAsync(user.Email));

        var first = (await AcceptAsync(client, code)).ShouldBe(HttpStatusCode.OK);
        (await AcceptAsync(client, code)).ShouldBe(HttpStatusCode.OK).Text.ShouldBe(first.Text);

        (await ledger.DeleteAsync($"members/{user.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await AcceptAsync(client, code)).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await client.GetAsync(ledger.Path)).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");

        (await InviteAsync(ledger, user.Email)).ShouldBe(HttpStatusCode.Created);
        (await AcceptAsync(client, code)).ShouldBe(HttpStatusCode.NotFound);
        (await AcceptAsync(client, CodeIn(await app.Mail.NextAsync(user.Email)))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task lets_nobody_in_to_whom_it_was_forwarded()
    {
        var (ledger, email) = (await CreateLedgerAsync(), app.NewEmail());
        var id = (await InviteAsync(ledger, email)).Id;
        var code = CodeIn(await app.Mail.NextAsync(email));
        var stranger = await ConfirmedAsync(await app.RegisterAsync());

        foreach (var refused in new[]
                 {
                     await stranger.GetAsync($"{Received}/{code}"), await AcceptAsync(stranger, code), await stranger.DeleteAsync($"{Received}/{code}"),
                 })
        {
            refused.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "ledgers.invitation-for-another");
            refused.Text.ShouldNotContain("Home");
            refused.Text.ShouldNotContain(email);
        }

        foreach (var reference in new[] { $"{id}", $"{Guid.CreateVersion7()}", new string('x', 43), "x" })
        {
            (await stranger.GetAsync($"{Received}/{reference}")).ShouldBe(HttpStatusCode.NotFound);
            (await AcceptAsync(stranger, reference)).ShouldBe(HttpStatusCode.NotFound);
            (await stranger.DeleteAsync($"{Received}/{reference}")).ShouldBe(HttpStatusCode.NotFound);
        }

        var claimed = await app.RegisterAsync(email);
        (await claimed.Client.GetAsync(Received)).Items.ShouldBeEmpty();
        (await AcceptAsync(claimed.Client, code)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "ledgers.email-unverified");
        (await AcceptAsync(await ConfirmedAsync(claimed), code)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task sent_again_replaces_the_one_before()
    {
        var (ledger, user) = (await CreateLedgerAsync(), await app.RegisterAsync());
        var client = await ConfirmedAsync(user);
        var first = await InviteAsync(ledger, user.Email);
        var old = CodeIn(await app.Mail.NextAsync(user.Email));

        var second = await InviteAsync(ledger, user.Email.ToUpperInvariant(), "editor");
        second.ShouldBe(HttpStatusCode.Created).Id.ShouldBe(first.Id);
        var open = (await ledger.GetAsync("invitations")).Items.ShouldHaveSingleItem();
        open.GetRawText().ShouldBe(second.Text);
        open.GetProperty("role").GetString().ShouldBe("editor");

        var code = CodeIn(await app.Mail.NextAsync(user.Email.ToUpperInvariant()));
        (await AcceptAsync(client, old)).ShouldBe(HttpStatusCode.NotFound);
        (await AcceptAsync(client, code)).ShouldBe(HttpStatusCode.OK).Body.GetProperty("role").GetString().ShouldBe("editor");
    }

    [Fact]
    public async Task ends_when_it_is_withdrawn_or_declined()
    {
        var (ledger, user) = (await CreateLedgerAsync(), await app.RegisterAsync());
        var client = await ConfirmedAsync(user);
        var withdrawn = await InviteAsync(ledger, user.Email);
        var code = CodeIn(await app.Mail.NextAsync(user.Email));
        (await ledger.DeleteAsync($"invitations/{withdrawn.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await ledger.DeleteAsync($"invitations/{withdrawn.Id}")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await AcceptAsync(client, code)).ShouldBe(HttpStatusCode.NotFound);

        var declined = await InviteAsync(ledger, user.Email);
        (await client.DeleteAsync($"{Received}/{declined.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await client.DeleteAsync($"{Received}/{declined.Id}")).ShouldBe(HttpStatusCode.NotFound);
        (await AcceptAsync(client, $"{declined.Id}")).ShouldBe(HttpStatusCode.NotFound);
        (await ledger.GetAsync("invitations")).Items.ShouldBeEmpty();
        (await client.GetAsync(ledger.Path)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ends_after_a_week()
    {
        var (owner, user) = (await app.RegisterAsync(), await app.RegisterAsync());
        await ConfirmedAsync(user);
        var ledger = await (await ConfirmedAsync(owner)).CreateLedgerAsync();
        var invitation = await InviteAsync(ledger, user.Email);
        var database = new LedgerDatabase(app.ConnectionString, ledger.LedgerId);
        (await database.QueryAsync<long>(Kept)).ShouldBe([1]);
        app.Time.Advance(TimeSpan.FromDays(7));
        var (again, late) = ((await owner.LogInAgainAsync()).Client, (await user.LogInAgainAsync()).Client);

        (await AcceptAsync(late, $"{invitation.Id}")).ShouldBe(HttpStatusCode.NotFound);
        (await late.GetAsync($"{Received}/{invitation.Id}")).ShouldBe(HttpStatusCode.NotFound);
        (await late.GetAsync(Received)).Items.ShouldBeEmpty();
        (await ledger.As(again).GetAsync("invitations")).Items.ShouldBeEmpty();

        // PostgreSQL keeps microseconds, rounded.
        app.Time.Advance(TimeSpan.FromMilliseconds(1));
        await app.Host.SweepAsync();
        (await database.QueryAsync<long>(Kept)).ShouldBe([0]);
    }

    [Fact]
    public async Task does_not_tell_whether_there_is_such_an_account()
    {
        var ledger = await CreateLedgerAsync();
        var known = await InviteAsync(ledger, (await app.RegisterAsync()).Email);
        var unknown = await InviteAsync(ledger, app.NewEmail());

        known.ShouldBe(HttpStatusCode.Created);
        unknown.ShouldBe(HttpStatusCode.Created);
        Masked(known).ShouldBe(Masked(unknown));

        static string Masked(ApiResponse answer) => answer.Text.Replace(answer.Id.ToString(), "id", StringComparison.Ordinal)
            .Replace(answer.Body.GetProperty("email").GetString()!, "email", StringComparison.Ordinal)
            .Replace(answer.Body.GetProperty("createdAt").GetString()!, "then", StringComparison.Ordinal)
            .Replace(answer.Body.GetProperty("expiresAt").GetString()!, "later", StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_written_in_the_language_of_whom_it_is_for()
    {
        var owner = await ConfirmedAsync(await app.RegisterAsync(locale: "ru"));
        var ledger = await owner.CreateLedgerAsync();
        var (english, nobody) = (await app.RegisterAsync(locale: "en"), app.NewEmail());
        await ConfirmedAsync(english);
        await InviteAsync(ledger, english.Email);
        await InviteAsync(ledger, nobody, "editor");

        var (first, second) = (await app.Mail.NextAsync(english.Email), await app.Mail.NextAsync(nobody));
        first.Subject.ShouldBe("Ada invites you to Home");
        first.TextBody.ShouldNotBeNull().ShouldContain("to change nothing");
        second.Subject.ShouldBe("Ada приглашает вас в «Home»");
        second.TextBody.ShouldNotBeNull().ShouldContain("вносить и изменять");
        second.TextBody.ShouldNotBeNull().ShouldNotContain("{");
        CodeIn(second).Length.ShouldBe(43);
    }

    [Fact]
    public async Task of_a_member_is_a_conflict()
    {
        var owner = await app.RegisterAsync();
        var ledger = await (await ConfirmedAsync(owner)).CreateLedgerAsync();
        (await InviteAsync(ledger, $" {owner.Email.ToUpperInvariant()}")).ShouldBeProblem(HttpStatusCode.Conflict, "ledgers.already-member");
    }

    [Fact]
    public async Task needs_an_inviter_whose_address_is_confirmed()
    {
        var ledger = await (await app.RegisterAsync()).Client.CreateLedgerAsync();
        var refused = await InviteAsync(ledger, app.NewEmail());
        refused.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "ledgers.email-unverified");
        (await ledger.GetAsync("invitations")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task cannot_be_sent_without_end()
    {
        var (ledger, pestered) = (await CreateLedgerAsync(), app.NewEmail());
        for (var i = 0; i < 5; i++) (await InviteAsync(ledger, pestered)).ShouldBe(HttpStatusCode.Created);
        (await InviteAsync(ledger, pestered)).ShouldBeProblem(HttpStatusCode.TooManyRequests, "http.too-many-requests").Headers.RetryAfter.ShouldNotBeNull();
        (await InviteAsync(await CreateLedgerAsync(), pestered)).ShouldBe(HttpStatusCode.Created);

        for (var i = 0; i < 14; i++) (await InviteAsync(ledger, app.NewEmail())).ShouldBe(HttpStatusCode.Created);
        (await InviteAsync(ledger, app.NewEmail())).ShouldBeProblem(HttpStatusCode.TooManyRequests, "http.too-many-requests");
        app.Time.Advance(TimeSpan.FromHours(1));
    }

    [Theory]
    [InlineData("""{"role":"viewer"}""", "email", "required")]
    [InlineData("""{"email":"nobody","role":"viewer"}""", "email", "email")]
    [InlineData("""{"email":"a@example.org"}""", "role", "required")]
    [InlineData("""{"email":"a@example.org","role":"owner"}""", "role", "invited-role")]
    [InlineData("""{"email":"a@example.org","role":"admin"}""", "role", "json")]
    [InlineData("""{"email":"a@example.org","role":"viewer","note":"hi"}""", "note", "unknown-member")]
    public async Task bad_input_names_the_field(string body, string field, string code) =>
        (await (await (await app.RegisterAsync()).Client.CreateLedgerAsync()).PostAsync("invitations", body)).ShouldBlame(field, code);

    private static Task<ApiResponse> InviteAsync(LedgerClient ledger, string email, string role = "viewer") =>
        ledger.PostAsync("invitations", new { email, role });

    private static Task<ApiResponse> AcceptAsync(ApiClient user, string code) => user.PostAsync($"{Received}/{code}/acceptance");

    private async Task<LedgerClient> CreateLedgerAsync() => await (await ConfirmedAsync(await app.RegisterAsync())).CreateLedgerAsync();

    private async Task<ApiClient> ConfirmedAsync(TestUser user)
    {
        var code = await app.Mail.NextCodeAsync(user.Email);
        (await user.Client.PostAsync("/api/v1/auth/verify-email", new { code })).ShouldBe(HttpStatusCode.OK);
        return user.Client;
    }

    /// <summary>What stands alone on an indented line.</summary>
    private static string CodeIn(MimeMessage mail) =>
        mail.TextBody!.Split('\n').Single(line => line.StartsWith("    ", StringComparison.Ordinal)).Trim();
}
