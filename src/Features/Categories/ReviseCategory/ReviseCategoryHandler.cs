namespace MyBudget.Features.Categories.ReviseCategory;

internal sealed record ReviseCategory(Guid Id, MergePatch Patch, IfMatch IfMatch) : ICommand<Category?>;

internal sealed class ReviseCategoryHandler(LedgerWriter ledger, IValidator<CategoryInput> validator) : IRequestHandler<ReviseCategory, Category?>
{
    public Task<Category?> Handle(ReviseCategory command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        if (await write.FindAsync<Category>(command.Id) is not { } category) return null;
        command.IfMatch.Ensure(category.Version);

        var input = command.Patch.ApplyTo<CategoryInput>(category);
        await validator.ValidateAndThrowAsync(input, cancellationToken);
        return write.Append(category, Decide(category, await CategorySet.InAsync(write), input, write.By, write.Now));
    }, cancellationToken);

    /// <returns>The revision, and the event that archives or unarchives; nothing where nothing changes.</returns>
    internal static IReadOnlyList<object> Decide(
        Category category, CategorySet categories, CategoryInput input, Guid by, DateTimeOffset now)
    {
        var (was, details, archived) = (category.ToDetails(), input.ToDetails(), input.Archived!.Value);
        if (details.Kind != was.Kind)
            throw new RuleViolation("categories.kind-fixed", "The kind of a category cannot change; create another category.");
        if (!archived) categories.EnsureFree(details, except: category.Id);

        var events = new List<object>();
        if (details != was) events.Add(new CategoryRevised(was, details, by, now));
        if (archived != category.Archived) events.Add(archived ? new CategoryArchived(by, now) : new CategoryUnarchived(by, now));
        return events;
    }
}
