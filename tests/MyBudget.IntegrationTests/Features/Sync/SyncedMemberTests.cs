using System.Net;
using MyBudget.Domain;

namespace MyBudget.IntegrationTests.Features.Sync;

public sealed class SyncedMemberTests(AppFixture app)
{
    [Fact]
    public async Task come_with_a_version_that_goes_on_when_they_come_back()
    {
        var ledger = await app.CreateLedgerAsync();
        var (member, copy) = (await ledger.InviteAsync(LedgerRole.Editor), new LedgerCopy(ledger));
        await copy.PullAsync();
        VersionOf(member).ShouldBe(1);
        VersionOf(ledger).ShouldBe(1);

        (await ledger.PatchAsync($"members/{member.UserId}", new { role = "viewer" })).ShouldBe(HttpStatusCode.OK)
            .Body.GetProperty("version").GetInt64().ShouldBe(2);
        await copy.PullAsync();
        VersionOf(member).ShouldBe(2);
        await ledger.DeleteAsync($"members/{member.UserId}");
        await copy.PullAsync();
        copy.Read[^1].ShouldBe(("member", member.UserId, true));
        await Sharing.JoinAsync(app.Host, ledger, member, LedgerRole.Viewer);
        await copy.PullAsync();

        VersionOf(member).ShouldBe(4);
        await copy.ShouldBeTheServersAsync();

        long VersionOf(LedgerClient client) => (long)copy.Entities[("member", client.UserId)]["version"]!;
    }

    [Fact]
    public async Task who_take_another_name_are_written_to_each_of_their_ledgers()
    {
        var one = await app.CreateLedgerAsync();
        var member = await one.InviteAsync(LedgerRole.Viewer);
        var two = await member.CreateLedgerAsync();
        var (first, second) = (new LedgerCopy(one), new LedgerCopy(two));
        await first.PullAsync();
        await second.PullAsync();

        (await member.PatchAsync("/api/v1/me", new { displayName = "Countess" })).ShouldBe(HttpStatusCode.OK);
        (await member.PatchAsync("/api/v1/me", new { displayName = "Countess", locale = "ru" })).ShouldBe(HttpStatusCode.OK);

        foreach (var copy in new[] { first, second })
        {
            var before = copy.Read.Count;
            await copy.PullAsync();
            copy.Read.Skip(before).Select(item => item.Kind).ShouldBe(["ledger", "member"]);
            ((string)copy.Entities[("member", member.UserId)]["displayName"]!).ShouldBe("Countess");
            ((long)copy.Entities[("member", member.UserId)]["version"]!).ShouldBe(2);
            await copy.ShouldBeTheServersAsync();
        }

        (await LedgerDatabase.Of(app, one).QueryAsync<string>("select data::text from mt_events where tenant_id = @tenant and type = 'member_renamed'"))
            .ShouldHaveSingleItem().ShouldNotContain("Countess");
    }

    [Fact]
    public async Task who_take_names_and_leave_at_the_same_moment_hinder_nobody()
    {
        for (var round = 0; round < 5; round++)
        {
            var ledger = await app.CreateLedgerAsync();
            var (member, bank) = (await ledger.InviteAsync(LedgerRole.Editor), await ledger.OpenAccountAsync());

            var answers = await Task.WhenAll(
                member.PatchAsync("/api/v1/me", new { displayName = "One" }), member.PatchAsync("/api/v1/me", new { displayName = "Two" }),
                member.DeleteAsync($"members/{member.UserId}"), ledger.PatchAsync(ledger.Path, new { name = "Other" }),
                ledger.PostAsync("transactions", new { accountId = bank, date = "2026-11-02", amount = -1 }));

            answers.ShouldAllBe(answer => (int)answer.Status < 300);
            var copy = new LedgerCopy(ledger);
            await copy.PullAsync();
            await copy.ShouldBeTheServersAsync();
        }
    }
}
