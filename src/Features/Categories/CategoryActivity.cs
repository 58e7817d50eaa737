namespace MyBudget.Features.Categories;

/// <summary>What happens to categories, as members read it.</summary>
internal static class CategoryActivity
{
    public static IServiceCollection AddCategoryActivity(this IServiceCollection services) => services
        .AddActivity<CategoryCreated>(
            "created", (e, words) => words.Say("categories.activity.created", $"Created the category {e.Details.Name}", ("name", e.Details.Name)),
            (count, words) => words.Count("categories.activity.created-many", count, ("Created {count} category", "Created {count} categories")))
        .AddActivity<CategoryRevised>("revised", Revised, (count, words) =>
            words.Count("categories.activity.revised-many", count, ("Changed {count} category", "Changed {count} categories")))
        .AddActivity<CategoryArchived, Category>("archived", (_, category, words) =>
            words.Say("categories.activity.archived", $"Archived the category {category?.Name}", ("name", category?.Name)))
        .AddActivity<CategoryUnarchived, Category>("unarchived", (_, category, words) =>
            words.Say("categories.activity.unarchived", $"Took the category {category?.Name} back into use", ("name", category?.Name)))
        .AddActivity<CategoryMerged, Category>("merged", Merged, isWhole: true)
        .AddActivity<CategoryDeleted, Category>("deleted", (_, category, words) =>
            words.Say("categories.activity.deleted", $"Deleted the category {category?.Name}", ("name", category?.Name)));

    private static Told Revised(CategoryRevised e, ActivityWords words) => e.Was.Name == e.Now.Name
        ? words.Say("categories.activity.revised", $"Changed the category {e.Now.Name}", ("name", e.Now.Name))
        : words.Say("categories.activity.renamed", $"Renamed the category {e.Was.Name} to {e.Now.Name}", ("was", e.Was.Name), ("name", e.Now.Name));

    private static Told Merged(CategoryMerged e, Category? category, ActivityWords words)
    {
        var into = words.NameOf(e.Into);
        return words.Say("categories.activity.merged", $"Merged the category {category?.Name} into {into}", ("name", category?.Name), ("into", into));
    }
}
