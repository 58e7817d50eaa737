using System.Net;
using System.Text.Json;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Domain;
using MyBudget.Features.Categories;

namespace MyBudget.IntegrationTests.Features.Categories;

public sealed class CategoryTests(AppFixture app)
{
    [Fact]
    public async Task is_created_and_read_back()
    {
        var ledger = await app.CreateLedgerAsync();
        var created = await ledger.PostAsync(
            "categories", new { name = " Tea ", group = " Drinks ", kind = "expense", icon = "cup", color = "#A0B1C2" });

        created.ShouldBe(HttpStatusCode.Created);
        var category = created.Body;
        category.GetProperty("name").GetString().ShouldBe("Tea");
        category.GetProperty("group").GetString().ShouldBe("Drinks");
        category.GetProperty("kind").GetString().ShouldBe("expense");
        category.GetProperty("icon").GetString().ShouldBe("cup");
        category.GetProperty("color").GetString().ShouldBe("#a0b1c2");
        category.GetProperty("archived").GetBoolean().ShouldBeFalse();
        category.GetProperty("createdAt").GetDateTimeOffset().ShouldBe(category.GetProperty("updatedAt").GetDateTimeOffset());
        category.GetProperty("version").GetInt32().ShouldBe(1);

        var read = await ledger.GetAsync(created.Headers.Location!.ToString());
        JsonElement.DeepEquals(read.Body, category).ShouldBeTrue(read.Text);
        read.ETag.ShouldBe(created.ETag);
        (await ledger.GetAsync($"categories/{created.Id}", ("If-None-Match", read.ETag!))).ShouldBe(HttpStatusCode.NotModified);
        (await ledger.GetAsync("categories")).Items.ShouldContain(item => JsonElement.DeepEquals(item, category));
    }

    [Fact]
    public async Task without_icon_and_color_both_are_null()
    {
        var ledger = await app.CreateLedgerAsync();
        var created = await ledger.PostAsync("categories", new { name = "Tea", group = "Drinks", kind = "income", icon = " " });

        created.ShouldBe(HttpStatusCode.Created);
        created.Body.GetProperty("icon").ValueKind.ShouldBe(JsonValueKind.Null);
        created.Body.GetProperty("color").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task a_repeated_creation_is_the_same_success_and_other_content_a_conflict()
    {
        var ledger = await app.CreateLedgerAsync();
        var account = await ledger.OpenAccountAsync();
        var request = new { id = Guid.CreateVersion7(), name = "Tea", group = "Drinks", kind = "expense", color = "#ABCDEF" };

        var first = await ledger.PostAsync("categories", request);
        var revision = await ledger.RevisionAsync();
        (await ledger.PostAsync("categories", request)).ShouldBe(HttpStatusCode.Created).Text.ShouldBe(first.Text);
        (await ledger.RevisionAsync()).ShouldBe(revision);
        (await ledger.PostAsync("categories", request with { name = "Milk" })).ShouldBeProblem(HttpStatusCode.Conflict, "http.id-taken");
        (await ledger.PostAsync("categories", request with { id = account, name = "Milk" }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "http.id-taken");

        var other = await app.CreateLedgerAsync();
        (await other.PostAsync("categories", request)).ShouldBe(HttpStatusCode.Created).Id.ShouldBe(request.id);
    }

    [Theory]
    [InlineData("""{"group":"g","kind":"expense"}""", "name", "required")]
    [InlineData("""{"name":" ","group":"g","kind":"expense"}""", "name", "required")]
    [InlineData("""{"name":"a\nb","group":"g","kind":"expense"}""", "name", "control-characters")]
    [InlineData("""{"name":"n","kind":"expense"}""", "group", "required")]
    [InlineData("""{"name":"n","group":"g"}""", "kind", "required")]
    [InlineData("""{"name":"n","group":"g","kind":"transfer"}""", "kind", "json")]
    [InlineData("""{"name":"n","group":"g","kind":1}""", "kind", "json")]
    [InlineData("""{"name":"n","group":"g","kind":"income","color":"red"}""", "color", "color")]
    [InlineData("""{"name":"n","group":"g","kind":"income","color":"#12345g"}""", "color", "color")]
    [InlineData("""{"name":"n","group":"g","kind":"income","color":"#1234567"}""", "color", "color")]
    [InlineData("""{"name":"n","group":"g","kind":"income","icon":"a234567890b234567890c234567890d2345678901"}""", "icon", "too-long")]
    [InlineData("""{"name":"n","group":"g","kind":"income","archived":true}""", "archived", "unknown-member")]
    [InlineData("""{"name":"n","group":"g","kind":"income","id":"00000000-0000-0000-0000-000000000000"}""", "id", "id")]
    public async Task bad_input_names_the_field(string body, string field, string code)
    {
        var ledger = await app.CreateLedgerAsync();
        (await ledger.PostAsync("categories", body)).ShouldBlame(field, code);
        (await ledger.RevisionAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task names_and_groups_are_limited_in_length()
    {
        var ledger = await app.CreateLedgerAsync();
        var (fits, tooLong) = (new string('x', 100), new string('x', 101));

        (await ledger.PostAsync("categories", new { name = fits, group = fits, kind = "expense" })).ShouldBe(HttpStatusCode.Created);
        var refused = await ledger.PostAsync("categories", new { name = tooLong, group = tooLong, kind = "expense" });
        refused.ShouldBlame("name", "too-long").ShouldBlame("group", "too-long");
    }

    [Fact]
    public async Task a_name_is_unique_in_its_group_and_kind_whatever_the_case()
    {
        var ledger = await app.CreateLedgerAsync();
        await ledger.CreateCategoryAsync("Ёлка", "expense", "Праздник");

        (await ledger.PostAsync("categories", new { name = "ёЛКА", group = "праздник", kind = "expense" }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "categories.name-taken");
        await ledger.CreateCategoryAsync("Ёлка", "income", "Праздник");
        await ledger.CreateCategoryAsync("Ёлка", "expense", "Дом");
    }

    [Fact]
    public async Task of_ten_that_ask_for_one_name_at_once_one_gets_it()
    {
        var ledger = await app.CreateLedgerAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ =>
            ledger.PostAsync("categories", new { name = "Tea", group = "Drinks", kind = "expense" })));

        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(1);
        foreach (var refused in answers.Where(answer => answer.Status != HttpStatusCode.Created))
            refused.ShouldBeProblem(HttpStatusCode.Conflict, "categories.name-taken");
        (await ledger.RevisionAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task a_ledger_has_at_most_a_thousand()
    {
        var ledger = await app.CreateLedgerAsync();
        var last = new { id = Guid.CreateVersion7(), name = "Tea", group = "Drinks", kind = "expense" };
        var room = CategorySet.Most - (await ledger.GetAsync("categories")).Items.Length - 1;
        var now = DateTimeOffset.UnixEpoch;
        await app.Host.Services.GetRequiredService<IDocumentStore>().BulkInsertAsync(
            ledger.LedgerId.ToString(),
            [.. Enumerable.Range(0, room).Select(number => new Category
            {
                Id = Guid.CreateVersion7(),
                Name = $"{number}",
                Group = "Many",
                Kind = CategoryKind.Expense,
                Archived = true,
                CreatedAt = now,
                UpdatedAt = now,
                Version = 1,
            })],
            cancellation: TestContext.Current.CancellationToken);

        (await ledger.PostAsync("categories", last)).ShouldBe(HttpStatusCode.Created);
        (await ledger.PostAsync("categories", new { name = "Milk", group = "Drinks", kind = "expense" }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "categories.too-many");
        (await ledger.PostAsync("categories", last)).ShouldBe(HttpStatusCode.Created);
        (await ledger.GetAsync("categories")).Items.Length.ShouldBe(CategorySet.Most);
    }
}
