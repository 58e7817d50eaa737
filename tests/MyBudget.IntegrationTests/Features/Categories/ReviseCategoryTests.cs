using System.Net;
using System.Text.Json;

namespace MyBudget.IntegrationTests.Features.Categories;

public sealed class ReviseCategoryTests(AppFixture app)
{
    [Fact]
    public async Task changes_what_the_patch_names_and_keeps_the_rest()
    {
        var ledger = await app.CreateLedgerAsync();
        var created = await ledger.PostAsync(
            "categories", new { name = "Tea", group = "Drinks", kind = "expense", icon = "cup", color = "#a0b1c2" });

        var revised = await ledger.PatchAsync(
            $"categories/{created.Id}", """{"name":" Green tea ","icon":null,"color":"#FFFFFF","kind":"expense"}""");

        revised.ShouldBe(HttpStatusCode.OK);
        revised.Body.GetProperty("name").GetString().ShouldBe("Green tea");
        revised.Body.GetProperty("group").GetString().ShouldBe("Drinks");
        revised.Body.GetProperty("icon").ValueKind.ShouldBe(JsonValueKind.Null);
        revised.Body.GetProperty("color").GetString().ShouldBe("#ffffff");
        revised.Body.GetProperty("version").GetInt32().ShouldBe(2);
        await ShouldBeStored(ledger, revised);
    }

    [Fact]
    public async Task archives_and_unarchives()
    {
        var ledger = await app.CreateLedgerAsync();
        var id = await ledger.CreateCategoryAsync("Tea");

        var archived = await ledger.PatchAsync($"categories/{id}", new { archived = true, name = "Old tea" });
        archived.ShouldBe(HttpStatusCode.OK);
        archived.Body.GetProperty("archived").GetBoolean().ShouldBeTrue();
        archived.Body.GetProperty("name").GetString().ShouldBe("Old tea");
        await ShouldBeStored(ledger, archived);

        var unarchived = await ledger.PatchAsync($"categories/{id}", new { archived = false });
        unarchived.ShouldBe(HttpStatusCode.OK);
        unarchived.Body.GetProperty("archived").GetBoolean().ShouldBeFalse();
        unarchived.Body.GetProperty("version").GetInt32().ShouldBeGreaterThan(archived.Body.GetProperty("version").GetInt32());
        await ShouldBeStored(ledger, unarchived);
    }

    [Fact]
    public async Task a_patch_that_changes_nothing_writes_nothing()
    {
        var ledger = await app.CreateLedgerAsync();
        var created = await ledger.PostAsync("categories", new { name = "Tea", group = "Drinks", kind = "expense", color = "#abcdef" });
        var before = await ledger.RevisionAsync();

        var same = await ledger.PatchAsync($"categories/{created.Id}", new { name = "Tea ", color = "#ABCDEF", archived = false });

        same.ShouldBe(HttpStatusCode.OK).ETag.ShouldBe(created.ETag);
        same.Text.ShouldBe(created.Text);
        (await ledger.PatchAsync($"categories/{created.Id}", new { })).ShouldBe(HttpStatusCode.OK);
        (await ledger.RevisionAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task the_kind_is_fixed()
    {
        var ledger = await app.CreateLedgerAsync();
        var id = await ledger.CreateCategoryAsync("Tea", "expense");

        (await ledger.PatchAsync($"categories/{id}", new { kind = "income" }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "categories.kind-fixed");
    }

    [Fact]
    public async Task an_archived_category_gives_its_name_free_and_takes_it_back_only_while_it_is_free()
    {
        var ledger = await app.CreateLedgerAsync();
        var (tea, milk) = (await ledger.CreateCategoryAsync("Tea"), await ledger.CreateCategoryAsync("Milk"));

        (await ledger.PatchAsync($"categories/{milk}", new { name = "TEA" }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "categories.name-taken");
        (await ledger.PatchAsync($"categories/{tea}", new { name = "TEA" })).ShouldBe(HttpStatusCode.OK);
        (await ledger.PatchAsync($"categories/{tea}", new { archived = true })).ShouldBe(HttpStatusCode.OK);
        (await ledger.PatchAsync($"categories/{milk}", new { name = "Tea" })).ShouldBe(HttpStatusCode.OK);
        (await ledger.PatchAsync($"categories/{tea}", new { archived = false }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "categories.name-taken");
        (await ledger.PatchAsync($"categories/{tea}", new { archived = false, group = "Leaves" })).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"name":null}""", "name", "required")]
    [InlineData("""{"group":""}""", "group", "required")]
    [InlineData("""{"kind":null}""", "kind", "required")]
    [InlineData("""{"archived":null}""", "archived", "required")]
    [InlineData("""{"archived":"yes"}""", "archived", "json")]
    [InlineData("""{"color":"#12"}""", "color", "color")]
    [InlineData("""{"version":9}""", "version", "unknown-member")]
    [InlineData("[]", "", null)]
    [InlineData("{", "", null)]
    public async Task bad_input_names_the_field(string body, string field, string? code)
    {
        var ledger = await app.CreateLedgerAsync();
        var id = await ledger.CreateCategoryAsync("Tea");
        (await ledger.PatchAsync($"categories/{id}", body)).ShouldBlame(field, code);
    }

    [Fact]
    public async Task a_change_of_a_version_that_is_gone_is_refused()
    {
        var ledger = await app.CreateLedgerAsync();
        var created = await ledger.PostAsync("categories", new { name = "Tea", group = "Drinks", kind = "expense" });
        var (path, seen) = ($"categories/{created.Id}", ("If-Match", created.ETag!));

        var changed = await ledger.PatchAsync(path, new { name = "A" }, seen);
        changed.ShouldBe(HttpStatusCode.OK);
        (await ledger.PatchAsync(path, new { name = "B" }, seen)).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        (await ledger.DeleteAsync(path, seen)).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        (await ledger.PatchAsync(path, new { name = "B" }, ("If-Match", changed.ETag!))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task of_ten_that_changed_one_version_at_once_one_wins()
    {
        var ledger = await app.CreateLedgerAsync();
        var created = await ledger.PostAsync("categories", new { name = "Tea", group = "Drinks", kind = "expense" });

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(number =>
            ledger.PatchAsync($"categories/{created.Id}", new { name = $"Tea {number}" }, ("If-Match", created.ETag!))));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.PreconditionFailed).ShouldBe(9);
    }

    private static async Task ShouldBeStored(LedgerClient ledger, ApiResponse written)
    {
        var read = await ledger.GetAsync($"categories/{written.Id}");
        JsonElement.DeepEquals(read.Body, written.Body).ShouldBeTrue($"{read.Text} {written.Text}");
        read.ETag.ShouldBe(written.ETag);
    }
}
