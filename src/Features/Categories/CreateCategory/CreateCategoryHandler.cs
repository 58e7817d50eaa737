namespace MyBudget.Features.Categories.CreateCategory;

internal sealed record CreateCategory(Guid? Id, CategoryFields Details) : ICommand<Category>;

internal sealed class CreateCategoryHandler(LedgerWriter ledger) : IRequestHandler<CreateCategory, Category>
{
    public Task<Category> Handle(CreateCategory command, CancellationToken cancellationToken)
    {
        var details = command.Details.ToDetails();
        return ledger.WriteAsync([command.Id], async write =>
        {
            var id = command.Id ?? write.NewId();
            if (await write.IsRepeatOfAsync<CategoryCreated>(command.Id, first => first.Details == details))
                return await write.FindAsync<Category>(id) ?? await DeletedAsync(write, id);
            return write.Start<Category>(id, Decide(await CategorySet.InAsync(write), details, write.By, write.Now));
        }, cancellationToken);
    }

    private static async Task<Category> DeletedAsync(LedgerWrite write, Guid id) => await write.FindRemovedAsync<Category>(id) is { } gone
        ? gone.Last.Deleted(gone.At)
        : throw LedgerWrite.IdTaken("Something else in this ledger has this id.");

    internal static CategoryCreated Decide(CategorySet categories, CategoryDetails details, Guid by, DateTimeOffset now)
    {
        categories.EnsureRoom();
        categories.EnsureFree(details, except: null);
        return new CategoryCreated(details, by, now);
    }
}
