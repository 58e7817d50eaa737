namespace MyBudget.Features.Categories.DeleteCategory;

/// <summary>Answers whether there was such a category.</summary>
internal sealed record DeleteCategory(Guid Id, IfMatch IfMatch) : ICommand<bool>;

internal sealed class DeleteCategoryHandler(LedgerWriter ledger) : IRequestHandler<DeleteCategory, bool>
{
    public Task<bool> Handle(DeleteCategory command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        if (await write.FindAsync<Category>(command.Id) is not { } category) return false;
        command.IfMatch.Ensure(category.Version);

        var deleted = Decide(await HasEntriesAsync(write, category.Id), write.By, write.Now);
        write.Append(category, deleted);
        await write.PublishAsync(category.Id, deleted);
        return true;
    }, cancellationToken);

    internal static CategoryDeleted Decide(bool hasEntries, Guid by, DateTimeOffset now) => hasEntries
        ? throw RuleViolation.Conflict("categories.in-use", "The category has entries; merge it into another or archive it.")
        : new CategoryDeleted(by, now);

    private static Task<bool> HasEntriesAsync(LedgerWrite write, Guid category) => write.Session.Sql(
        $"select 1 from {DayTotals.Table:raw} where ledger_id = {write.LedgerId} and category_id = {category} and entries > 0 limit 1")
        .AnyAsync(write.Cancellation);
}
