using System.Net;
using MyBudget.Domain;

namespace MyBudget.IntegrationTests.Features.Ledgers;

public sealed class HandoverTests(AppFixture app)
{
    private const int Rounds = 6;

    [Theory]
    [InlineData("editor")]
    [InlineData("viewer")]
    [InlineData("none")]
    public async Task makes_another_member_the_owner_in_one_revision(string role)
    {
        var ledger = await app.CreateLedgerAsync();
        var heir = await ledger.InviteAsync(LedgerRole.Viewer);
        (await ledger.PostAsync("invitations", new { email = $"{Guid.CreateVersion7():N}@example.org", role = "viewer" })).ShouldBe(HttpStatusCode.Created);
        var (revision, cursor) = (await ledger.RevisionAsync(), (await heir.GetAsync("changes?limit=1000")).Body.GetProperty("cursor").GetString());

        (await HandOverAsync(ledger, heir.UserId, role)).ShouldBe(HttpStatusCode.NoContent);

        (await heir.RevisionAsync()).ShouldBe(revision + 1);
        (await RoleAsync(heir)).ShouldBe("owner");
        (await RoleAsync(ledger)).ShouldBe(role == "none" ? null : role);
        (await heir.GetAsync("invitations")).Items.ShouldBeEmpty();
        (await heir.GetAsync("/api/v1/notifications")).Items[0].GetProperty("title").GetString().ShouldBe("Ada handed Home over to you");
        var changed = (await heir.GetAsync($"changes?since={cursor}&kinds=member")).Items;
        changed.Select(item => (item.GetProperty("id").GetGuid(), item.GetProperty("deleted").GetBoolean()))
            .ShouldBe([(heir.UserId, false), (ledger.UserId, role == "none")], ignoreOrder: true);
        (await HandOverAsync(ledger, heir.UserId, role)).Status.ShouldBe(role == "none" ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task goes_to_no_stranger_and_not_to_oneself()
    {
        var ledger = await app.CreateLedgerAsync();
        var (editor, gone) = (await ledger.InviteAsync(LedgerRole.Editor), await ledger.InviteAsync(LedgerRole.Editor));
        (await gone.DeleteAsync($"members/{gone.UserId}")).ShouldBe(HttpStatusCode.NoContent);
        var revision = await ledger.RevisionAsync();

        foreach (var nobody in new[] { Guid.CreateVersion7(), gone.UserId })
            (await HandOverAsync(ledger, nobody, "viewer")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "ledgers.not-a-member");
        (await HandOverAsync(ledger, ledger.UserId, "viewer")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "ledgers.handover-to-oneself");
        (await HandOverAsync(editor, editor.UserId, "viewer")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        (await ledger.PostAsync("handover", new { userId = editor.UserId })).ShouldBlame("role", "required");
        (await ledger.PostAsync("handover", new { role = "none" })).ShouldBlame("userId", "required");
        (await HandOverAsync(ledger, editor.UserId, "owner")).ShouldBlame("role");

        ((await RoleAsync(ledger)), (await ledger.RevisionAsync())).ShouldBe(("owner", revision));
    }

    [Fact]
    public async Task leaves_an_owner_whoever_hands_over_at_once()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var one = await app.CreateLedgerAsync();
            var (two, three) = (await one.InviteAsync(LedgerRole.Owner), await one.InviteAsync(LedgerRole.Editor));
            var role = round % 2 == 0 ? "none" : "editor";

            var answers = await Task.WhenAll(
                HandOverAsync(one, two.UserId, role), HandOverAsync(two, one.UserId, role), HandOverAsync(one, three.UserId, role),
                HandOverAsync(two, three.UserId, role));

            answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.NoContent || answer.Status == HttpStatusCode.Forbidden
                                          || answer.Status == HttpStatusCode.NotFound || answer.Status == HttpStatusCode.UnprocessableEntity);
            answers.ShouldContain(answer => answer.Status == HttpStatusCode.NoContent);
            (await Task.WhenAll(RoleAsync(one), RoleAsync(two), RoleAsync(three))).ShouldContain("owner");
        }
    }

    [Fact]
    public async Task leaves_an_owner_though_the_heir_leaves()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var ledger = await app.CreateLedgerAsync();
            var heir = await ledger.InviteAsync(LedgerRole.Editor);

            var (handover, leaving) = (HandOverAsync(ledger, heir.UserId, "none"), heir.DeleteAsync($"members/{heir.UserId}"));

            if ((await handover).Status == HttpStatusCode.NoContent)
                (await leaving).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "ledgers.last-owner");
            else
                (await handover).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "ledgers.not-a-member");
            (await Task.WhenAll(RoleAsync(ledger), RoleAsync(heir))).Count(role => role == "owner").ShouldBe(1);
        }
    }

    private static Task<ApiResponse> HandOverAsync(LedgerClient ledger, Guid userId, string role) => ledger.PostAsync("handover", new { userId, role });

    private static async Task<string?> RoleAsync(LedgerClient member) =>
        await member.GetAsync(member.Path) is { Status: HttpStatusCode.OK } read ? read.Body.GetProperty("role").GetString() : null;
}
