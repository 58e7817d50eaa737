using System.Net;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Domain;
using MyBudget.Features.Ledgers;
using MyBudget.Features.Ledgers.Contracts;
using MyBudget.Infrastructure.Security;

namespace MyBudget.IntegrationTests.Features.Ledgers;

/// <summary>A ledger that is deleted, restored and erased at the same moment.</summary>
public sealed class DeletionRaceTests(AppFixture app)
{
    private const int Rounds = 6;

    [Fact]
    public async Task owners_who_delete_or_restore_it_together_do_it_once()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var one = await app.CreateLedgerAsync();
            var two = await one.InviteAsync(LedgerRole.Owner);

            var deleted = await Task.WhenAll(app.Host.DeleteLedgerAsync(one), app.Host.DeleteLedgerAsync(two));
            deleted.Select(answer => answer.Status).ShouldBe([HttpStatusCode.NoContent, HttpStatusCode.NotFound], ignoreOrder: true);
            var restored = await Task.WhenAll(RestoreAsync(one), RestoreAsync(two), RestoreAsync(one));
            restored.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);

            (await one.GetAsync("members")).Items.Length.ShouldBe(2);
            (await LedgerDatabase.Of(app, one).QueryAsync<string>("select type from mt_events where stream_id = @ledger order by seq_id desc limit 2"))
                .ShouldBe(["ledger_restored", "ledger_deleted"]);
        }
    }

    [Fact]
    public async Task it_is_restored_or_erased_but_never_half()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var ledger = await app.CreateLedgerAsync();
            var editor = await ledger.InviteAsync(LedgerRole.Editor);
            (await app.Host.DeleteLedgerAsync(ledger)).ShouldBe(HttpStatusCode.NoContent);

            var erasing = Task.WhenAll(app.Host.EraseDeletedAsync(ledger), app.Host.EraseDeletedAsync(ledger));
            var restoring = await RestoreAsync(ledger);
            var erased = (await erasing).Count(done => done);

            erased.ShouldBe(restoring.Status == HttpStatusCode.OK ? 0 : 1);
            if (erased == 0)
            {
                (await editor.OpenAccountAsync()).ShouldNotBe(Guid.Empty);
                continue;
            }

            restoring.ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
            (await LedgerDatabase.Of(app, ledger).TablesInUseAsync()).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task what_waits_for_the_ledger_finds_it_gone()
    {
        var ledger = await app.CreateLedgerAsync();
        var editor = await ledger.InviteAsync(LedgerRole.Editor);
        await using var held = await HeldLedger.HoldAsync(app.ConnectionString, ledger.LedgerId);
        var deleting = app.Host.DeleteLedgerAsync(ledger);
        await held.WaitForAsync(deleting);
        var writing = editor.PostAsync("categories", new { name = "Tea", group = "Tests", kind = "expense" });
        await held.LetGoAsync();

        (await deleting).ShouldBe(HttpStatusCode.NoContent);
        (await writing).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
    }

    [Fact]
    public async Task it_is_found_on_no_route_of_a_ledger()
    {
        var ledger = await app.CreateLedgerAsync();
        (await app.Host.DeleteLedgerAsync(ledger)).ShouldBe(HttpStatusCode.NoContent);

        foreach (var route in Route.All(app.Host).Where(route => route.IsOfLedger))
        {
            var path = route.Fill(name => (name == Policies.LedgerRouteKey ? ledger.LedgerId : Guid.CreateVersion7()).ToString());
            var answer = await ledger.SendAsync(route.HttpMethod, path, route.Garbage());
            answer.Status.ShouldBe(HttpStatusCode.NotFound, $"{route.Name}: {answer.Text}");
        }

        (await ledger.PostAsync("/api/v1/ledgers", new { id = ledger.LedgerId, name = "Home", currency = "EUR" }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "ledgers.id-taken");
    }

    [Fact]
    public async Task nobody_keeps_any_number_of_them()
    {
        var user = await app.SignInAsync();
        await using var documents = app.Host.Services.GetRequiredService<IDocumentStore>().LightweightSession("outside");
        for (var n = 0; n < 100; n++)
        {
            var (id, now) = (Guid.CreateVersion7(), DateTimeOffset.UtcNow);
            documents.Store(DeletedMembership.Of(
                new LedgerMembership(LedgerMembership.IdOf(id, user.UserId), id, user.UserId, LedgerRole.Owner, now), new LedgerDeleted(user.UserId, now)));
        }

        await documents.SaveChangesAsync(TestContext.Current.CancellationToken);
        (await user.PostAsync("/api/v1/ledgers", new { name = "Home", currency = "EUR" }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "ledgers.too-many-deleted");
    }

    private static Task<ApiResponse> RestoreAsync(LedgerClient ledger) => ledger.PostAsync("restore");
}
