namespace MyBudget.Features.Imports.ImportFile;

/// <summary>Finds the categories that files name.</summary>
internal sealed class CategoryNames(LedgerFacts facts)
{
    private readonly ILookup<string, CategoryFacts> _names =
        facts.Categories.Values.Where(category => !category.Archived).ToLookup(category => category.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>A subcategory, <c>Food:Groceries</c>, may be called so, or be the category <c>Groceries</c>.</summary>
    public Guid? Find(string? name, long amount)
    {
        if (name is null) return null;
        var last = name.LastIndexOf(':');
        return Only(_names[name], amount) ?? (last < 0 ? null : Only(_names[name[(last + 1)..].Trim()], amount));
    }

    /// <summary>Where several groups have a category of this name, only the direction of the money can tell which is meant.</summary>
    private static Guid? Only(IEnumerable<CategoryFacts> named, long amount)
    {
        List<CategoryFacts> candidates = [.. named];
        if (candidates.Count > 1) candidates.RemoveAll(category => category.Kind is CategoryKind.Income != amount > 0);
        return candidates is [var only] ? only.Id : null;
    }
}
