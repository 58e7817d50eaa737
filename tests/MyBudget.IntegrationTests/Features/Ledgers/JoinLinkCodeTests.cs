using System.Net;
using MyBudget.IntegrationTests.Features.Notifications;

namespace MyBudget.IntegrationTests.Features.Ledgers;

/// <summary>A code that is no longer good never is again, whatever ids clients choose.</summary>
[Collection(nameof(NotificationsApp))]
public sealed class JoinLinkCodeTests(NotificationsApp app)
{
    [Fact]
    public async Task a_revoked_link_is_not_made_again_by_a_delayed_repeat()
    {
        var (ledger, id) = (await CreateLedgerAsync(), Guid.CreateVersion7());
        var code = await MakeAsync(ledger, id);
        (await ledger.DeleteAsync($"join-links/{id}")).ShouldBe(HttpStatusCode.NoContent);

        (await ledger.PostAsync("join-links", new { id })).ShouldBeProblem(HttpStatusCode.Conflict, "http.id-taken");

        await ShouldBeDeadAsync(code);
        (await ledger.GetAsync("join-links")).Items.ShouldBeEmpty();
        (await ledger.GetAsync($"join-links/{id}/qr")).ShouldBe(HttpStatusCode.NotFound);
        (await ledger.DeleteAsync($"join-links/{id}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task an_id_that_is_used_again_leads_to_another_code()
    {
        var (ledger, id) = (await CreateLedgerAsync(), Guid.CreateVersion7());
        var revoked = await MakeAsync(ledger, id);
        (await ledger.DeleteAsync($"join-links/{id}")).ShouldBe(HttpStatusCode.NoContent);
        ledger = await AfterADayAsync(ledger);

        var expired = await MakeAsync(ledger, id);
        ledger = await AfterADayAsync(ledger);
        var foreign = await MakeAsync(await CreateLedgerAsync(), id);

        new[] { revoked, expired, foreign }.ShouldBeUnique();
        await ShouldBeDeadAsync(revoked);
        await ShouldBeDeadAsync(expired);
        (await LookUpAsync(await app.SignInAsync(), foreign)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task of_two_ledgers_with_one_id_after_another_neither_opens_by_the_code_of_the_other()
    {
        var (one, other, id) = (await CreateLedgerAsync(), await CreateLedgerAsync(), Guid.CreateVersion7());
        var code = await MakeAsync(one, id);
        (await one.DeleteAsync($"join-links/{id}")).ShouldBe(HttpStatusCode.NoContent);

        (await other.PostAsync("join-links", new { id })).ShouldBeProblem(HttpStatusCode.Conflict, "http.id-taken");

        await ShouldBeDeadAsync(code);
    }

    [Fact]
    public async Task revoked_links_take_no_room_and_are_forgotten_with_the_others()
    {
        var ledger = await CreateLedgerAsync();
        for (var i = 0; i < 11; i++)
        {
            var link = (await ledger.PostAsync("join-links")).ShouldBe(HttpStatusCode.Created);
            (await ledger.DeleteAsync($"join-links/{link.Id}")).ShouldBe(HttpStatusCode.NoContent);
        }

        (await app.CountAsync($"select count(*) from mt_doc_join_link where ledger_id = '{ledger.LedgerId}'")).ShouldBe(11);
        await AfterADayAsync(ledger);
        (await app.CountAsync($"select count(*) from mt_doc_join_link where ledger_id = '{ledger.LedgerId}'")).ShouldBe(0);
    }

    private async Task<LedgerClient> CreateLedgerAsync() => await (await app.SignInAsync()).CreateLedgerAsync();

    private async Task<LedgerClient> AfterADayAsync(LedgerClient ledger)
    {
        app.Time.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        await app.Host.SweepAsync();
        return ledger.As(await AppFixture.SignInAsync(app.Host, ledger.UserId));
    }

    private static async Task<string> MakeAsync(LedgerClient ledger, Guid id)
    {
        var made = (await ledger.PostAsync("join-links", new { id })).ShouldBe(HttpStatusCode.Created);
        (await ledger.PostAsync("join-links", new { id })).ShouldBe(HttpStatusCode.Created).Text.ShouldBe(made.Text, "the same again is the same link");
        var code = made.Body.GetProperty("code").GetString().ShouldNotBeNull();
        (await LookUpAsync(ledger, code)).ShouldBe(HttpStatusCode.OK);
        return code;
    }

    private async Task ShouldBeDeadAsync(string code)
    {
        var user = await app.SignInAsync();
        (await LookUpAsync(user, code)).ShouldBe(HttpStatusCode.NotFound);
        (await user.PostAsync("/api/v1/join-requests", new { code })).ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<ApiResponse> LookUpAsync(ApiClient user, string code) =>
        user.PostAsync("/api/v1/join-links/lookup", new { code });
}
