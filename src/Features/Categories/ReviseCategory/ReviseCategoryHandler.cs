using FluentValidation;
using Marten;
using MediatR;
using MyBudget.Domain;
using MyBudget.Features.Categories.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Categories.ReviseCategory;

internal sealed record ReviseCategory(Guid Id, MergePatch Patch, IfMatch IfMatch) : ICommand<Category?>;

internal sealed class ReviseCategoryHandler(
    IDocumentSession session, LedgerScope scope, IValidator<CategoryInput> validator, TimeProvider time)
    : IRequestHandler<ReviseCategory, Category?>
{
    public async Task<Category?> Handle(ReviseCategory command, CancellationToken cancellationToken)
    {
        await session.TakeRevisionAsync(cancellationToken);
        var stream = await session.Events.FetchForWriting<Category>(command.Id, cancellationToken);
        if (stream.Aggregate is not { } category) return null;
        command.IfMatch.Ensure(category.Version);

        var input = command.Patch.ApplyTo(CategoryInput.Of(category));
        await validator.ValidateAndThrowAsync(input, cancellationToken);
        var categories = await CategorySet.LoadAsync(session, cancellationToken);
        var (revised, moved) = Decide(category, categories, input, scope.UserId, time.GetUtcNow());
        if (revised is null && moved is null) return category;

        if (revised is not null) stream.AppendOne(revised);
        if (moved is not null) stream.AppendOne(moved);
        await session.SaveChangesAsync(cancellationToken);
        return Apply(category, revised, moved);
    }

    /// <returns>The revision, and the event that archives or unarchives; null where nothing changes.</returns>
    internal static (CategoryRevised? Revised, object? Moved) Decide(
        Category category, CategorySet categories, CategoryInput input, Guid by, DateTimeOffset now)
    {
        var (was, details, archived) = (category.ToDetails(), input.ToDetails(), input.Archived!.Value);
        if (details.Kind != was.Kind)
            throw new RuleViolation("categories.kind-fixed", "The kind of a category cannot change; create another category.");
        if (!archived) categories.EnsureFree(details, except: category.Id);

        object? moved = archived == category.Archived ? null : archived ? new CategoryArchived(by, now) : new CategoryUnarchived(by, now);
        return (details == was ? null : new CategoryRevised(was, details, by, now), moved);
    }

    private static Category Apply(Category category, CategoryRevised? revised, object? moved)
    {
        if (revised is not null) category = category.Apply(revised);
        return moved switch
        {
            CategoryArchived archived => category.Apply(archived),
            CategoryUnarchived unarchived => category.Apply(unarchived),
            _ => category,
        };
    }
}
