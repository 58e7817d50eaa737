using System.Net;
using System.Text.Json;

namespace MyBudget.IntegrationTests.Features.Categories;

public sealed class CategoryOrderTests(AppFixture app)
{
    [Fact]
    public async Task categories_and_groups_stand_as_they_were_ordered_and_the_rest_by_name()
    {
        var ledger = await CreateAsync(("Home", "Rent"), ("Home", "Bills"), ("Food", "Tea"), ("Food", "Cake"), ("Art", "Paint"));
        (await NamesAsync(ledger)).ShouldBe(["Art Paint", "Food Cake", "Food Tea", "Home Bills", "Home Rent"]);
        var ids = (await ledger.GetAsync("categories")).Items.ToDictionary(category => category.GetProperty("name").GetString()!, category => category.GetProperty("id").GetGuid());

        var ordered = await ledger.PutAsync("categories/order", new { ids = new[] { ids["Rent"], ids["Tea"], ids["Bills"] } });

        ordered.ShouldBe(HttpStatusCode.OK).Items.Select(NameOf).ShouldBe(["Home Rent", "Home Bills", "Food Tea", "Food Cake", "Art Paint"]);
        (await NamesAsync(ledger)).ShouldBe(ordered.Items.Select(NameOf));
        var revision = await ledger.RevisionAsync();
        await ledger.PutAsync("categories/order", new { ids = new[] { ids["Rent"], ids["Tea"], ids["Bills"] } });
        (await ledger.RevisionAsync()).ShouldBe(revision);
        (await ledger.PatchAsync($"categories/{ids["Paint"]}", new { position = 0 })).ShouldBe(HttpStatusCode.OK);
        (await NamesAsync(ledger))[0].ShouldBe("Art Paint");
        (await ledger.PutAsync("categories/order", new { ids = Array.Empty<Guid>() })).ShouldBe(HttpStatusCode.OK);
        (await NamesAsync(ledger)).ShouldBe(["Art Paint", "Food Cake", "Food Tea", "Home Bills", "Home Rent"]);
    }

    [Fact]
    public async Task an_order_names_each_of_the_ledgers_categories_once()
    {
        var ledger = await CreateAsync(("Food", "Tea"));
        var tea = (await ledger.GetAsync("categories")).Items.Single().GetProperty("id").GetGuid();

        (await ledger.PutAsync("categories/order", new { })).ShouldBlame("ids", "required");
        (await ledger.PutAsync("categories/order", new { ids = new[] { tea, tea } })).ShouldBlame("ids", "repeated");
        (await ledger.PutAsync("categories/order", new { ids = new[] { tea, Guid.CreateVersion7() } }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "categories.unknown");
        (await ledger.PatchAsync($"categories/{tea}", new { position = -1 })).ShouldBlame("position", "range");
    }

    [Fact]
    public async Task a_group_is_renamed_in_one_write()
    {
        var ledger = await CreateAsync(("Food", "Tea"), ("Food", "Cake"), ("Home", "Rent"), ("Drinks", "Tea"));
        await ledger.CreateCategoryAsync("Meals", "income", "Food");
        var revision = await ledger.RevisionAsync();

        var renamed = await ledger.PostAsync("categories/group-renaming", new { group = "Food", name = "Kitchen", kind = "expense" });

        renamed.ShouldBe(HttpStatusCode.OK).Items.Select(NameOf).ShouldBe(["Kitchen Tea", "Kitchen Cake"], ignoreOrder: true);
        (await ledger.RevisionAsync()).ShouldBe(revision + 1);
        (await NamesAsync(ledger)).ShouldBe(["Drinks Tea", "Home Rent", "Kitchen Cake", "Kitchen Tea", "Food Meals"]);
        (await ledger.PostAsync("categories/group-renaming", new { group = "Kitchen", name = "Drinks" }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "categories.name-taken");
        (await ledger.PostAsync("categories/group-renaming", new { group = "Nothing", name = "Drinks" }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "categories.no-such-group");
        (await ledger.PostAsync("categories/group-renaming", new { group = "Kitchen" })).ShouldBlame("name", "required");
        (await ledger.PostAsync("categories/group-renaming", new { group = "Home", name = "Kitchen" })).Items.Select(NameOf).ShouldBe(["Kitchen Rent"]);
    }

    private async Task<LedgerClient> CreateAsync(params (string Group, string Name)[] categories)
    {
        var ledger = await app.CreateLedgerAsync();
        foreach (var category in (await ledger.GetAsync("categories")).Items)
            (await ledger.DeleteAsync($"categories/{category.GetProperty("id")}")).ShouldBe(HttpStatusCode.NoContent);
        foreach (var (group, name) in categories) await ledger.CreateCategoryAsync(name, group: group);
        return ledger;
    }

    private static async Task<string[]> NamesAsync(LedgerClient ledger) => [.. (await ledger.GetAsync("categories")).Items.Select(NameOf)];

    private static string NameOf(JsonElement category) => $"{category.GetProperty("group").GetString()} {category.GetProperty("name").GetString()}";
}
