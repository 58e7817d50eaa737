using System.Net;
using MyBudget.Domain;

namespace MyBudget.IntegrationTests.Features.Categories;

public sealed class CategoryAccessTests(AppFixture app)
{
    [Fact]
    public async Task a_viewer_reads_and_an_editor_writes()
    {
        var ledger = await app.CreateLedgerAsync();
        var (viewer, editor) = (await ledger.InviteAsync(LedgerRole.Viewer), await ledger.InviteAsync(LedgerRole.Editor));
        var id = await editor.CreateCategoryAsync("Tea");

        (await viewer.GetAsync("categories")).ShouldBe(HttpStatusCode.OK);
        (await viewer.GetAsync($"categories/{id}")).ShouldBe(HttpStatusCode.OK);
        (await viewer.PostAsync("categories", "not even json")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
    }

    [Fact]
    public async Task a_viewer_changes_nothing_and_a_stranger_finds_nothing()
    {
        var ledger = await app.CreateLedgerAsync();
        var id = await ledger.CreateCategoryAsync("Tea");
        var (viewer, stranger) = (await ledger.InviteAsync(LedgerRole.Viewer), ledger.As(await app.SignInAsync()));
        var elsewhere = await app.CreateLedgerAsync();

        foreach (var (client, status, code) in new[]
                 {
                     (viewer, HttpStatusCode.Forbidden, "auth.forbidden"), (stranger, HttpStatusCode.NotFound, "http.not-found"),
                     (elsewhere, HttpStatusCode.NotFound, "http.not-found"),
                 })
        {
            (await client.PatchAsync($"categories/{id}", new { name = "Milk" })).ShouldBeProblem(status, code);
            (await client.DeleteAsync($"categories/{id}")).ShouldBeProblem(status, code);
            (await client.PostAsync($"categories/{id}/merger", new { into = id })).ShouldBeProblem(status, code);
        }

        (await stranger.GetAsync("categories")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await stranger.PostAsync("categories", "not even json")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await elsewhere.GetAsync($"categories/{id}")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await ledger.GetAsync($"categories/{id}")).Body.GetProperty("name").GetString().ShouldBe("Tea");
    }
}
