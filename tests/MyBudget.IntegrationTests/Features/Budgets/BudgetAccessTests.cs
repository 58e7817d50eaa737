using System.Net;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Domain;
using MyBudget.Infrastructure.Security;

namespace MyBudget.IntegrationTests.Features.Budgets;

public sealed class BudgetAccessTests(AppFixture app)
{
    [Fact]
    public async Task a_viewer_reads_and_an_editor_writes()
    {
        var owner = await app.CreateLedgerAsync();
        var editor = await InviteAsync(owner, LedgerRole.Editor);
        var viewer = await InviteAsync(owner, LedgerRole.Viewer);
        var budget = (await editor.PostAsync("budgets", BudgetTests.Body())).ShouldBe(HttpStatusCode.Created).Id;

        foreach (var path in (string[])["budgets", $"budgets/{budget}", $"budgets/{budget}/status", "budgets/status"])
            (await viewer.GetAsync(path)).ShouldBe(HttpStatusCode.OK);
        // The role is checked before anything in the body is looked at.
        (await viewer.PostAsync("budgets", "not even json")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        (await viewer.PatchAsync($"budgets/{budget}", "not even json")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        (await viewer.DeleteAsync($"budgets/{budget}")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        (await editor.PatchAsync($"budgets/{budget}", new { amount = 1 })).ShouldBe(HttpStatusCode.OK);
        (await editor.DeleteAsync($"budgets/{budget}")).ShouldBe(HttpStatusCode.NoContent);
    }

    private async Task<LedgerClient> InviteAsync(LedgerClient owner, LedgerRole role)
    {
        var user = await app.SignInAsync();
        await using var session = app.Host.Services.GetRequiredService<IDocumentStore>().LightweightSession("outside");
        session.Store(new LedgerMembership(
            LedgerMembership.IdOf(owner.LedgerId, user.UserId), owner.LedgerId, user.UserId, role, DateTimeOffset.UnixEpoch));
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        return owner.As(user);
    }
}
