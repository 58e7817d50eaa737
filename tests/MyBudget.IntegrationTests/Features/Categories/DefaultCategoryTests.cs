using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MyBudget.IntegrationTests.Features.Categories;

public sealed partial class DefaultCategoryTests(AppFixture app)
{
    [Theory]
    [InlineData("en", "Groceries")]
    [InlineData("ru", "Продукты")]
    [InlineData("de", "Groceries")]
    public async Task a_new_ledger_has_categories_in_its_owners_language(string language, string groceries)
    {
        var user = await app.SignInAsync();
        var created = await user.PostAsync("/api/v1/ledgers", new { name = "Home", currency = "EUR" }, ("Accept-Language", language));
        created.ShouldBe(HttpStatusCode.Created);

        var categories = (await user.GetAsync($"/api/v1/ledgers/{created.Id}/categories")).Items;

        Texts(categories, "name").ShouldContain(groceries);
        Texts(categories, "kind").Count(kind => kind == "expense").ShouldBeGreaterThanOrEqualTo(30);
        Texts(categories, "kind").Count(kind => kind == "income").ShouldBeGreaterThanOrEqualTo(8);
        Texts(categories, "icon").ShouldAllBe(icon => !string.IsNullOrEmpty(icon) && icon.Length <= 40);
        Texts(categories, "color").ShouldAllBe(color => Color().IsMatch(color!));
        categories.Select(Key).ShouldBeUnique();
        created.Body.GetProperty("revision").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task a_repeated_creation_of_the_ledger_adds_none()
    {
        var user = await app.SignInAsync();
        var request = new { id = Guid.CreateVersion7(), name = "Home", currency = "EUR" };

        (await user.PostAsync("/api/v1/ledgers", request)).ShouldBe(HttpStatusCode.Created);
        var before = await user.GetAsync($"/api/v1/ledgers/{request.id}/categories");
        (await user.PostAsync("/api/v1/ledgers", request)).ShouldBe(HttpStatusCode.Created);
        (await user.GetAsync($"/api/v1/ledgers/{request.id}/categories")).Text.ShouldBe(before.Text);
    }

    [Fact]
    public async Task a_ledger_that_was_begun_on_a_device_brings_its_own()
    {
        var user = await app.SignInAsync();
        var request = new { id = Guid.CreateVersion7(), name = "Home", currency = "EUR", starterCategories = false };

        var created = await user.PostAsync("/api/v1/ledgers", request);
        (await user.PostAsync("/api/v1/ledgers", request)).ShouldBe(HttpStatusCode.Created).Text.ShouldBe(created.ShouldBe(HttpStatusCode.Created).Text);

        var ledger = $"/api/v1/ledgers/{request.id}";
        (await user.GetAsync($"{ledger}/categories")).Items.ShouldBeEmpty();
        (await user.GetAsync($"{ledger}/changes")).Items.Select(item => item.GetProperty("kind").GetString()).ShouldNotContain("category");
        (await user.PostAsync($"{ledger}/categories", new { name = "Tea", group = "Food", kind = "expense" })).ShouldBe(HttpStatusCode.Created);
        (await user.PostAsync("/api/v1/ledgers", request)).ShouldBe(HttpStatusCode.Created);
        (await user.GetAsync($"{ledger}/categories")).Items.Length.ShouldBe(1);
    }

    [Fact]
    public async Task whether_there_are_any_is_part_of_what_was_asked()
    {
        var user = await app.SignInAsync();
        var (with, without) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        (await CreateAsync(with, null)).ShouldBe(HttpStatusCode.Created);
        (await CreateAsync(with, true)).ShouldBe(HttpStatusCode.Created);
        (await CreateAsync(with, false)).ShouldBeProblem(HttpStatusCode.Conflict, "ledgers.id-taken");
        (await CreateAsync(without, false)).ShouldBe(HttpStatusCode.Created);
        (await CreateAsync(without, null)).ShouldBeProblem(HttpStatusCode.Conflict, "ledgers.id-taken");
        (await user.PostAsync("/api/v1/ledgers", """{"name":"Home","currency":"EUR","starterCategories":"no"}""")).ShouldBlame("starterCategories", "json");

        Task<ApiResponse> CreateAsync(Guid id, bool? starterCategories) =>
            user.PostAsync("/api/v1/ledgers", new { id, name = "Home", currency = "EUR", starterCategories });
    }

    private static string Key(JsonElement category) =>
        string.Join('/', new[] { "kind", "group", "name" }.Select(member => category.GetProperty(member).GetString())).ToUpperInvariant();

    private static IEnumerable<string?> Texts(JsonElement[] categories, string member) =>
        categories.Select(category => category.GetProperty(member).GetString());

    [GeneratedRegex("^#[0-9a-f]{6}$", RegexOptions.None, 1000)]
    private static partial Regex Color();
}
