namespace MyBudget.Features.Categories;

/// <summary>The categories of one ledger, as far as they bind each other.</summary>
internal sealed class CategorySet(IReadOnlyList<Category> categories)
{
    public const int Most = 1_000;

    public static async Task<CategorySet> InAsync(LedgerWrite write) => new(await write.AllAsync<Category>());

    public void EnsureRoom()
    {
        if (categories.Count >= Most) throw new RuleViolation("categories.too-many", $"A ledger has at most {Most} categories.");
    }

    /// <summary>Refuses a name that another category, one that is not archived, has in the same group.</summary>
    public void EnsureFree(CategoryDetails details, Guid? except)
    {
        if (categories.Any(other => other.Id != except && !other.Archived && other.Kind == details.Kind
                                    && Same(other.Group, details.Group) && Same(other.Name, details.Name)))
            throw RuleViolation.Conflict("categories.name-taken", "Another category of this group has this name.");
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
