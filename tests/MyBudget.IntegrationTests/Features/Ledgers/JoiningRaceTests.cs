using System.Net;

namespace MyBudget.IntegrationTests.Features.Ledgers;

/// <summary>What is asked, answered and taken back at the same moment.</summary>
public sealed class JoiningRaceTests(AppFixture app)
{
    private const string Requests = "/api/v1/join-requests";
    private const int Rounds = 6;

    [Fact]
    public async Task asked_and_accepted_many_times_at_once_makes_one_member()
    {
        var (ledger, user) = (await CreateLedgerAsync(), await UserAsync());
        var code = await CodeAsync(ledger);

        var asked = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => user.PostAsync(Requests, new { code })));
        var id = asked.Select(answer => answer.ShouldBe(HttpStatusCode.Created).Id).Distinct().ShouldHaveSingleItem();
        (await ledger.GetAsync("/api/v1/notifications")).Items.Length.ShouldBe(1);

        var accepted = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => AcceptAsync(ledger, id, n % 2 == 0 ? "viewer" : "editor")));
        accepted.Select(answer => answer.ShouldBe(HttpStatusCode.OK).Text).Distinct().ShouldHaveSingleItem();
        (await LedgerDatabase.Of(app, ledger).QueryAsync<long>("select count(*) from mt_events where stream_id = @ledger and type = 'member_joined'")).ShouldBe([1]);
        (await user.GetAsync("/api/v1/notifications")).Items.Length.ShouldBe(1);
    }

    [Fact]
    public async Task nobody_enters_more_ledgers_than_a_user_may_have()
    {
        var user = await UserAsync();
        for (var i = 0; i < 98; i++) await user.CreateLedgerAsync();
        var ledgers = new List<(LedgerClient Ledger, Guid Request)>();
        for (var i = 0; i < 4; i++)
        {
            var ledger = await CreateLedgerAsync();
            ledgers.Add((ledger, (await user.PostAsync(Requests, new { code = await CodeAsync(ledger) })).ShouldBe(HttpStatusCode.Created).Id));
        }

        var email = await Sharing.ConfirmAsync(app.Host, user.UserId);
        var invitation = await ledgers[0].Ledger.PostAsync("invitations", new { email, role = "viewer" });
        var answers = await Task.WhenAll(
        [
            .. ledgers.Skip(1).Select(asked => AcceptAsync(asked.Ledger, asked.Request)),
            user.PostAsync($"/api/v1/invitations/{invitation.Id}/acceptance"),
            (await AppFixture.SignInAsync(app.Host, user.UserId)).PostAsync("/api/v1/ledgers", new { name = "One more", currency = "EUR" }),
        ]);

        answers.Count(answer => answer.Status is HttpStatusCode.OK or HttpStatusCode.Created).ShouldBe(2);
        foreach (var refused in answers.Where(answer => answer.Status is not (HttpStatusCode.OK or HttpStatusCode.Created)))
            refused.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "ledgers.too-many");
        (await user.GetAsync("/api/v1/ledgers")).Items.Length.ShouldBe(100);
    }

    [Fact]
    public async Task who_leaves_while_they_are_let_in_is_nowhere()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var ledger = await CreateLedgerAsync();
            var (user, password) = await RegisterAsync();
            var id = (await user.PostAsync(Requests, new { code = await CodeAsync(ledger) })).ShouldBe(HttpStatusCode.Created).Id;

            var answering = round % 2 == 0 ? AcceptAsync(ledger, id) : ledger.PostAsync($"join-requests/{id}/refusal");
            var leaving = user.SendAsync(HttpMethod.Delete, "/api/v1/me", new { password });

            (await leaving).ShouldBe(HttpStatusCode.NoContent);
            (await answering).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NoContent, HttpStatusCode.NotFound);
            (await ledger.GetAsync("members")).Items.Length.ShouldBe(1);
            (await ledger.GetAsync("/api/v1/notifications")).Items.ShouldBeEmpty("the name of somebody who is gone");
            (await LedgerDatabase.Of(app, ledger).QueryAsync<long>("select count(*) from mt_doc_join_request where ledger_id = @ledger")).ShouldBe([0]);
        }
    }

    [Fact]
    public async Task what_is_asked_of_a_ledger_that_is_being_deleted_stays_nowhere()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (ledger, user, other) = (await CreateLedgerAsync(), await UserAsync(), await UserAsync());
            var code = await CodeAsync(ledger);
            var id = (await user.PostAsync(Requests, new { code })).Id;

            var asking = other.PostAsync(Requests, new { code });
            var answering = AcceptAsync(ledger, id);
            var deleting = app.Host.DeleteLedgerAsync(ledger);

            (await deleting).ShouldBe(HttpStatusCode.NoContent);
            (await asking).Status.ShouldBeOneOf(HttpStatusCode.Created, HttpStatusCode.NotFound);
            (await answering).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NotFound);
            (await other.GetAsync(Requests)).Items.ShouldBeEmpty();
            (await app.Host.EraseDeletedAsync(ledger)).ShouldBeTrue();
            (await LedgerDatabase.Of(app, ledger).TablesInUseAsync()).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task what_is_asked_by_a_link_that_is_being_revoked_does_not_outlive_it()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (ledger, user) = (await CreateLedgerAsync(), await UserAsync());
            var link = await ledger.PostAsync("join-links");

            var asking = user.PostAsync(Requests, new { code = link.Body.GetProperty("code").GetString() });
            (await ledger.DeleteAsync($"join-links/{link.Id}")).ShouldBe(HttpStatusCode.NoContent);

            (await asking).Status.ShouldBeOneOf(HttpStatusCode.Created, HttpStatusCode.NotFound);
            (await ledger.GetAsync("join-requests")).Items.ShouldBeEmpty();
            (await user.GetAsync(Requests)).Items.ShouldBeEmpty();
        }
    }

    private static Task<ApiResponse> AcceptAsync(LedgerClient owner, Guid id, string role = "editor") =>
        owner.PostAsync($"join-requests/{id}/acceptance", new { role });

    private static async Task<string> CodeAsync(LedgerClient ledger) =>
        (await ledger.PostAsync("join-links")).ShouldBe(HttpStatusCode.Created).Body.GetProperty("code").GetString()!;

    private async Task<ApiClient> UserAsync()
    {
        var user = await app.SignInAsync();
        await Sharing.ConfirmAsync(app.Host, user.UserId);
        return user;
    }

    private async Task<LedgerClient> CreateLedgerAsync() => await (await UserAsync()).CreateLedgerAsync();

    private async Task<(ApiClient User, string Password)> RegisterAsync()
    {
        const string password = "a long enough password";
        var answer = (await new ApiClient(app.Host.Server.CreateClient(), Guid.Empty, null).PostAsync(
            "/api/v1/auth/register", new { email = $"{Guid.CreateVersion7():N}@example.org", password, displayName = "Bob", locale = "en", timeZone = "UTC" }))
            .ShouldBe(HttpStatusCode.Created);
        var id = answer.Body.GetProperty("user").GetProperty("id").GetGuid();
        await Sharing.ConfirmAsync(app.Host, id);
        return (new ApiClient(app.Host.Server.CreateClient(), id, answer.Body.GetProperty("accessToken").GetString()), password);
    }
}
