namespace MyBudget.Features.Categories.MergeCategory;

internal sealed record MergeCategory(Guid Id, Guid? Into, IfMatch IfMatch) : ICommand<Category?>;

internal sealed class MergeCategoryHandler(LedgerWriter ledger) : IRequestHandler<MergeCategory, Category?>
{
    public Task<Category?> Handle(MergeCategory command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        if (await write.FindAsync<Category>(command.Id) is not { } category) return null;
        command.IfMatch.Ensure(category.Version);

        var into = await write.FindAsync<Category>(command.Into!.Value);
        var merged = Decide(category, into, write.By, write.Now);
        write.Append(category, merged);
        // Entries and budgets follow in this same write: nobody ever sees one that names a category that is gone.
        await write.PublishAsync(category.Id, merged);
        return into;
    }, cancellationToken);

    internal static CategoryMerged Decide(Category category, Category? into, Guid by, DateTimeOffset now)
    {
        if (into?.Id == category.Id) throw new RuleViolation("categories.merge-into-itself", "A category cannot be merged into itself.");
        if (into is null or { Archived: true })
            throw new RuleViolation("categories.merge-target", "The category to merge into does not exist or is archived.");
        if (into.Kind != category.Kind) throw new RuleViolation("categories.kind-differs", "Only categories of one kind can be merged.");
        return new CategoryMerged(into.Id, by, now);
    }
}
