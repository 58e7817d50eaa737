namespace MyBudget.Features.Categories.OrderCategories;

internal sealed record OrderCategories(IReadOnlyList<Guid>? Ids) : ICommand<JsonText>;

internal sealed class OrderCategoriesHandler(LedgerWriter ledger, IDocumentSession session) : IRequestHandler<OrderCategories, JsonText>
{
    public async Task<JsonText> Handle(OrderCategories command, CancellationToken cancellationToken)
    {
        await ledger.WriteAsync(async write =>
        {
            var changes = Decide(await write.AllAsync<Category>(), command.Ids!, write.By, write.Now);
            foreach (var (category, revised) in changes) write.Append(category, revised);
            return changes.Count;
        }, cancellationToken);
        return await session.Sql(CategoriesInOrder.Of(session.TenantId, archived: null)).JsonListAsync(cancellationToken);
    }

    /// <returns>Those that get another place.</returns>
    internal static IReadOnlyList<(Category Category, CategoryRevised Revised)> Decide(
        IReadOnlyList<Category> categories, IReadOnlyList<Guid> ids, Guid by, DateTimeOffset now)
    {
        if (ids.FirstOrDefault(id => categories.All(category => category.Id != id)) is var unknown && unknown != Guid.Empty)
            throw new RuleViolation("categories.unknown", "There is no such category in this ledger.", new Dictionary<string, object?> { ["categoryId"] = unknown });

        var places = ids.Select((id, i) => (id, Place: i + 1)).ToDictionary(entry => entry.id, entry => entry.Place);
        var moved = new List<(Category, CategoryRevised)>();
        foreach (var category in categories)
        {
            var (was, position) = (category.ToDetails(), places.TryGetValue(category.Id, out var place) ? place : (int?)null);
            if (position != was.Position) moved.Add((category, new CategoryRevised(was, was with { Position = position }, by, now)));
        }

        return moved;
    }
}
