using System.Net;
using System.Text.Json;

namespace MyBudget.IntegrationTests.Features.Categories;

public sealed class CategoryListTests(AppFixture app)
{
    [Fact]
    public async Task is_ordered_by_kind_group_and_name_and_has_one_page()
    {
        var ledger = await app.CreateLedgerAsync();
        (string Kind, string Group, string Name)[] wanted =
        [
            ("expense", "ztests a", "б"), ("expense", "ztests a", "ё"), ("expense", "ztests a", "Ж"),
            ("expense", "Ztests B", "apple"), ("expense", "Ztests B", "Banana"), ("income", "Ztests A", "a"),
        ];
        foreach (var (kind, group, name) in wanted.Reverse()) await ledger.CreateCategoryAsync(name, kind, group);

        var list = await ledger.GetAsync("categories");

        list.Body.GetProperty("nextCursor").ValueKind.ShouldBe(JsonValueKind.Null);
        list.Items.Select(item => (Text(item, "kind"), Text(item, "group"), Text(item, "name")))
            .Where(item => item.Item2.StartsWith("ztests", StringComparison.OrdinalIgnoreCase)).ShouldBe(wanted);
    }

    [Fact]
    public async Task is_filtered_by_archived_or_not()
    {
        var ledger = await app.CreateLedgerAsync();
        var (tea, milk) = (await ledger.CreateCategoryAsync("Tea"), await ledger.CreateCategoryAsync("Milk"));
        (await ledger.PatchAsync($"categories/{tea}", new { archived = true })).ShouldBe(HttpStatusCode.OK);

        var (all, used, archived) = (await IdsAsync(string.Empty), await IdsAsync("?archived=false"), await IdsAsync("?archived=true"));

        archived.ShouldBe([tea]);
        used.ShouldContain(milk);
        used.ShouldNotContain(tea);
        all.Length.ShouldBe(used.Length + 1);
        (await ledger.GetAsync("categories?archived=maybe")).ShouldBlame("archived", "format");

        async Task<Guid[]> IdsAsync(string query) =>
            [.. (await ledger.GetAsync($"categories{query}")).ShouldBe(HttpStatusCode.OK).Items.Select(item => item.GetProperty("id").GetGuid())];
    }

    private static string Text(JsonElement item, string member) => item.GetProperty(member).GetString()!;
}
