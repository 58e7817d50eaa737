namespace MyBudget.Features.Categories.RenameGroup;

/// <summary>Answers with the categories of the group.</summary>
internal sealed record RenameGroup(string? Group, string? Name, CategoryKind? Kind) : ICommand<IReadOnlyList<Category>>;

internal sealed class RenameGroupHandler(LedgerWriter ledger) : IRequestHandler<RenameGroup, IReadOnlyList<Category>>
{
    public Task<IReadOnlyList<Category>> Handle(RenameGroup command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        var renamed = new List<Category>();
        foreach (var (category, revised) in Decide(await write.AllAsync<Category>(), command, write.By, write.Now))
            renamed.Add(revised is null ? category : write.Append(category, revised)!);
        return (IReadOnlyList<Category>)renamed;
    }, cancellationToken);

    /// <returns>The categories of the group, and what becomes of them; null where that is nothing.</returns>
    internal static IReadOnlyList<(Category Category, CategoryRevised? Revised)> Decide(
        IReadOnlyList<Category> categories, RenameGroup command, Guid by, DateTimeOffset now)
    {
        var (from, to) = (command.Group!.Trim(), command.Name!.Trim());
        List<Category> group =
            [.. categories.Where(category => category.Group == from && (command.Kind is null || category.Kind == command.Kind))];
        if (group.Count == 0) throw new RuleViolation("categories.no-such-group", "No category stands under this group.");

        var others = new CategorySet([.. categories.Except(group)]);
        foreach (var category in group.Where(category => !category.Archived)) others.EnsureFree(category.ToDetails() with { Group = to }, except: null);
        return
        [
            .. group.Select(category =>
            {
                var was = category.ToDetails();
                return (category, from == to ? null : new CategoryRevised(was, was with { Group = to }, by, now));
            }),
        ];
    }
}
