using System.Net;
using MyBudget.Domain;

namespace MyBudget.IntegrationTests.Features.Ledgers;

/// <summary>Members who decide about each other at the same moment.</summary>
public sealed class SharingRaceTests(AppFixture app)
{
    private const int Rounds = 8;

    [Fact]
    public async Task owners_who_demote_each_other_leave_an_owner()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var one = await app.CreateLedgerAsync();
            var (two, three) = (await one.InviteAsync(LedgerRole.Owner), await one.InviteAsync(LedgerRole.Owner));

            var answers = await Task.WhenAll(Demote(one, two), Demote(two, three), Demote(three, one));

            var owners = (await Task.WhenAll(RoleAsync(one), RoleAsync(two), RoleAsync(three))).Count(role => role == "owner");
            owners.ShouldBe(3 - answers.Count(answer => answer.Status == HttpStatusCode.OK));
            owners.ShouldBeGreaterThan(0);
            answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK || answer.Status == HttpStatusCode.Forbidden);
        }

        static Task<ApiResponse> Demote(LedgerClient by, LedgerClient whom) => by.PatchAsync($"members/{whom.UserId}", new { role = "viewer" });
    }

    [Fact]
    public async Task owners_who_leave_together_leave_one_behind()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var one = await app.CreateLedgerAsync();
            var two = await one.InviteAsync(LedgerRole.Owner);

            var answers = await Task.WhenAll(one.DeleteAsync($"members/{one.UserId}"), two.DeleteAsync($"members/{two.UserId}"));

            answers.Count(answer => answer.Status == HttpStatusCode.NoContent).ShouldBe(1);
            answers.Single(answer => answer.Status != HttpStatusCode.NoContent).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "ledgers.last-owner");
        }
    }

    [Fact]
    public async Task an_invitation_accepted_many_times_at_once_makes_one_member()
    {
        var ledger = await app.CreateLedgerAsync();
        await Sharing.ConfirmAsync(app.Host, ledger.UserId);
        var user = await app.SignInAsync();
        var email = await Sharing.ConfirmAsync(app.Host, user.UserId);
        var invitation = (await ledger.PostAsync("invitations", new { email, role = "editor" })).ShouldBe(HttpStatusCode.Created);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => user.PostAsync($"/api/v1/invitations/{invitation.Id}/acceptance")));

        answers.Select(answer => answer.ShouldBe(HttpStatusCode.OK).Text).Distinct().ShouldHaveSingleItem();
        (await ledger.GetAsync("members")).Items.Length.ShouldBe(2);
        (await LedgerDatabase.Of(app, ledger).QueryAsync<long>("select count(*) from mt_events where stream_id = @ledger and type = 'member_joined'")).ShouldBe([1]);
    }

    [Fact]
    public async Task an_invitation_into_a_ledger_that_is_being_deleted_stays_nowhere()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var ledger = await app.CreateLedgerAsync();
            var user = await app.SignInAsync();
            await Sharing.ConfirmAsync(app.Host, ledger.UserId);
            var email = await Sharing.ConfirmAsync(app.Host, user.UserId);
            var invitation = (await ledger.PostAsync("invitations", new { email, role = "editor" })).ShouldBe(HttpStatusCode.Created);

            var inviting = ledger.PostAsync("invitations", new { email = $"{Guid.CreateVersion7():N}@example.org", role = "viewer" });
            var accepting = user.PostAsync($"/api/v1/invitations/{invitation.Id}/acceptance");
            var deleting = app.Host.DeleteLedgerAsync(ledger);

            (await deleting).ShouldBe(HttpStatusCode.NoContent);
            (await inviting).Status.ShouldBeOneOf(HttpStatusCode.Created, HttpStatusCode.NotFound);
            (await accepting).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NotFound);
            (await app.Host.EraseDeletedAsync(ledger)).ShouldBeTrue();
            (await LedgerDatabase.Of(app, ledger).TablesInUseAsync()).ShouldBeEmpty();
        }
    }

    private static async Task<string?> RoleAsync(LedgerClient member) => (await member.GetAsync(member.Path)).Body.GetProperty("role").GetString();
}
