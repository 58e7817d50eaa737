using System.Net;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Domain;
using MyBudget.Features.Categories.Contracts;
using MyBudget.Infrastructure.EventStore;
using Npgsql;

namespace MyBudget.IntegrationTests.Features.Categories;

public sealed class RemovedCategoryTests(AppFixture app)
{
    [Fact]
    public async Task one_without_entries_is_deleted_for_good()
    {
        var ledger = await app.CreateLedgerAsync();
        var request = new { id = Guid.CreateVersion7(), name = "Tea", group = "Drinks", kind = "expense" };
        (await ledger.PostAsync("categories", request)).ShouldBe(HttpStatusCode.Created);
        (await ChangeAsync(ledger, request.id)).ShouldBe((2, false));

        (await ledger.DeleteAsync($"categories/{request.id}")).ShouldBe(HttpStatusCode.NoContent);

        await ShouldBeGone(ledger, request.id);
        (await ChangeAsync(ledger, request.id)).ShouldBe((3, true));
        await RepeatsAsync(ledger, request);
        (await ledger.PostAsync("categories", request with { name = "Milk" })).ShouldBeProblem(HttpStatusCode.Conflict, "http.id-taken");
        await ledger.CreateCategoryAsync("Tea", "expense", "Drinks");
    }

    [Fact]
    public async Task a_creation_is_the_same_success_after_a_merger()
    {
        var ledger = await app.CreateLedgerAsync();
        var request = new { id = Guid.CreateVersion7(), name = "Tea", group = "Drinks", kind = "expense" };
        (await ledger.PostAsync("categories", request)).ShouldBe(HttpStatusCode.Created);
        (await ledger.PostAsync($"categories/{request.id}/merger", new { into = await ledger.CreateCategoryAsync("Coffee") })).ShouldBe(HttpStatusCode.OK);

        await RepeatsAsync(ledger, request);
    }

    private static async Task RepeatsAsync(LedgerClient ledger, object request)
    {
        var revision = await ledger.RevisionAsync();
        var again = (await ledger.PostAsync("categories", request)).ShouldBe(HttpStatusCode.Created);
        again.Body.GetProperty("name").GetString().ShouldBe("Tea");
        again.Body.GetProperty("deletedAt").GetDateTimeOffset().ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
        (await ledger.GetAsync($"categories/{again.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ledger.RevisionAsync()).ShouldBe(revision);
    }

    [Fact]
    public async Task a_merger_needs_another_category_of_the_same_kind_that_is_in_use()
    {
        var ledger = await app.CreateLedgerAsync();
        var tea = await ledger.CreateCategoryAsync("Tea");
        var (salary, archived) = (await ledger.CreateCategoryAsync("Pay", "income"), await ledger.CreateCategoryAsync("Milk"));
        (await ledger.PatchAsync($"categories/{archived}", new { archived = true })).ShouldBe(HttpStatusCode.OK);
        var foreign = await (await app.CreateLedgerAsync()).CreateCategoryAsync("Tea");
        var before = await ledger.RevisionAsync();

        await Refused(tea, "categories.merge-into-itself");
        await Refused(salary, "categories.kind-differs");
        await Refused(archived, "categories.merge-target");
        await Refused(foreign, "categories.merge-target");
        await Refused(Guid.CreateVersion7(), "categories.merge-target");
        (await ledger.PostAsync($"categories/{tea}/merger", "{}")).ShouldBlame("into", "required");
        (await ledger.PostAsync($"categories/{tea}/merger", """{"into":"tea"}""")).ShouldBlame("into", "json");
        (await ledger.PostAsync($"categories/{Guid.CreateVersion7()}/merger", new { into = tea }))
            .ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await ledger.RevisionAsync()).ShouldBe(before);

        async Task Refused(Guid into, string code) => (await ledger.PostAsync($"categories/{tea}/merger", new { into }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, code);
    }

    [Fact]
    public async Task an_archived_category_can_be_merged_away()
    {
        var ledger = await app.CreateLedgerAsync();
        var (tea, drinks) = (await ledger.CreateCategoryAsync("Tea"), await ledger.CreateCategoryAsync("Drinks"));
        (await ledger.PatchAsync($"categories/{tea}", new { archived = true })).ShouldBe(HttpStatusCode.OK);

        var merged = await ledger.PostAsync($"categories/{tea}/merger", new { into = drinks });

        merged.ShouldBe(HttpStatusCode.OK).Id.ShouldBe(drinks);
        await ShouldBeGone(ledger, tea);
        (await ChangeAsync(ledger, tea)).ShouldBe((await ledger.RevisionAsync(), true));
    }

    [Fact]
    public async Task of_two_that_are_merged_into_each_other_at_once_one_stays()
    {
        var ledger = await app.CreateLedgerAsync();
        var (tea, milk) = (await ledger.CreateCategoryAsync("Tea"), await ledger.CreateCategoryAsync("Milk"));

        var answers = await Task.WhenAll(
            ledger.PostAsync($"categories/{tea}/merger", new { into = milk }), ledger.PostAsync($"categories/{milk}/merger", new { into = tea }));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        (await ledger.GetAsync("categories")).Items.Count(item => item.GetProperty("id").GetGuid() is var id && (id == tea || id == milk)).ShouldBe(1);
    }

    [Fact]
    public async Task what_others_know_of_a_category_follows_it()
    {
        var ledger = await app.CreateLedgerAsync();
        var (tea, milk) = (await ledger.CreateCategoryAsync("Tea", "income"), await ledger.CreateCategoryAsync("Milk", "income"));

        (await FactsAsync(ledger, tea)).ShouldBe(new CategoryFacts(tea, "Tea", CategoryKind.Income, Archived: false));
        (await ledger.PatchAsync($"categories/{tea}", new { archived = true, name = "Chai" })).ShouldBe(HttpStatusCode.OK);
        (await FactsAsync(ledger, tea)).ShouldBe(new CategoryFacts(tea, "Chai", CategoryKind.Income, Archived: true));
        (await ledger.PatchAsync($"categories/{tea}", new { archived = false })).ShouldBe(HttpStatusCode.OK);
        (await FactsAsync(ledger, tea)).ShouldBe(new CategoryFacts(tea, "Chai", CategoryKind.Income, Archived: false));
        (await ledger.DeleteAsync($"categories/{milk}")).ShouldBe(HttpStatusCode.NoContent);
        (await FactsAsync(ledger, milk)).ShouldBeNull();
    }

    private async Task ShouldBeGone(LedgerClient ledger, Guid id)
    {
        (await ledger.GetAsync($"categories/{id}")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await ledger.PatchAsync($"categories/{id}", new { name = "Back" })).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await ledger.DeleteAsync($"categories/{id}")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await ledger.GetAsync("categories")).Items.ShouldNotContain(item => item.GetProperty("id").GetGuid() == id);
        (await FactsAsync(ledger, id)).ShouldBeNull();
    }

    private async Task<CategoryFacts?> FactsAsync(LedgerClient ledger, Guid id)
    {
        await using var session = app.Host.Services.GetRequiredService<IDocumentStore>().QuerySession(ledger.LedgerId.ToString());
        var stored = new StoredFacts(session, TestContext.Current.CancellationToken);
        return (await stored.OfAsync<CategoryFacts>(CategoriesTables.Categories)).SingleOrDefault(category => category.Id == id);
    }

    private async Task<(long Revision, bool Deleted)> ChangeAsync(LedgerClient ledger, Guid id)
    {
        await using var command = app.Host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            "select revision, deleted from ledger_changes where ledger_id = $1 and kind = 'category' and entity_id = $2");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = ledger.LedgerId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        (await reader.ReadAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
        return (reader.GetInt64(0), reader.GetBoolean(1));
    }
}
