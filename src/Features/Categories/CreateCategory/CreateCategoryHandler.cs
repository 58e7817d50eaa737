using Marten;
using MediatR;
using MyBudget.Domain;
using MyBudget.Features.Categories.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Categories.CreateCategory;

internal sealed record CreateCategory(Guid? Id, CategoryInput Details) : ICommand<Category>;

internal sealed class CreateCategoryHandler(IDocumentSession session, LedgerScope scope, TimeProvider time)
    : IRequestHandler<CreateCategory, Category>
{
    public async Task<Category> Handle(CreateCategory command, CancellationToken cancellationToken)
    {
        var (details, now) = (command.Details.ToDetails(), time.GetUtcNow());
        var id = command.Id ?? Guid.CreateVersion7(now);

        await session.TakeRevisionAsync(cancellationToken);
        var categories = await CategorySet.LoadAsync(session, cancellationToken);
        if (await session.IsRepeatOfAsync<CategoryCreated>(command.Id, first => first.Details == details, cancellationToken))
            return categories.Find(id) ?? throw RuleViolation.Conflict("http.id-taken", "Something else in this ledger has this id.");

        var created = Decide(categories, details, scope.UserId, now);
        session.Events.StartStream<Category>(id, created);
        await session.SaveChangesAsync(cancellationToken);
        return Category.Create(id, created);
    }

    internal static CategoryCreated Decide(CategorySet categories, CategoryDetails details, Guid by, DateTimeOffset now)
    {
        categories.EnsureRoom();
        categories.EnsureFree(details, except: null);
        return new CategoryCreated(details, by, now);
    }
}
