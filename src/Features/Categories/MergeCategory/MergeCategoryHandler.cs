using Marten;
using MediatR;
using MyBudget.Domain;
using MyBudget.Features.Categories.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Categories.MergeCategory;

internal sealed record MergeCategory(Guid Id, Guid? Into, IfMatch IfMatch) : ICommand<Category?>;

internal sealed class MergeCategoryHandler(IDocumentSession session, LedgerScope scope, IMediator mediator, TimeProvider time)
    : IRequestHandler<MergeCategory, Category?>
{
    public async Task<Category?> Handle(MergeCategory command, CancellationToken cancellationToken)
    {
        await session.TakeRevisionAsync(cancellationToken);
        var stream = await session.Events.FetchForWriting<Category>(command.Id, cancellationToken);
        if (stream.Aggregate is not { } category) return null;
        command.IfMatch.Ensure(category.Version);

        var into = await session.LoadAsync<Category>(command.Into!.Value, cancellationToken);
        var merged = Decide(category, into, scope.UserId, time.GetUtcNow());
        stream.AppendOne(merged);
        // Entries and budgets follow in this same write: nobody ever sees one that names a category that is gone.
        await mediator.Publish(new Appended<CategoryMerged>(category.Id, merged), cancellationToken);
        await session.SaveChangesAsync(cancellationToken);
        return into;
    }

    internal static CategoryMerged Decide(Category category, Category? into, Guid by, DateTimeOffset now)
    {
        if (into?.Id == category.Id) throw new RuleViolation("categories.merge-into-itself", "A category cannot be merged into itself.");
        if (into is null or { Archived: true })
            throw new RuleViolation("categories.merge-target", "The category to merge into does not exist or is archived.");
        if (into.Kind != category.Kind) throw new RuleViolation("categories.kind-differs", "Only categories of one kind can be merged.");
        return new CategoryMerged(into.Id, by, now);
    }
}
