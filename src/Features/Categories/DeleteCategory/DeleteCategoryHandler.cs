using Marten;
using MediatR;
using MyBudget.Domain;
using MyBudget.Features.Categories.Contracts;
using MyBudget.Features.Transactions.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;
using Npgsql;

namespace MyBudget.Features.Categories.DeleteCategory;

/// <summary>Answers whether there was such a category.</summary>
internal sealed record DeleteCategory(Guid Id, IfMatch IfMatch) : ICommand<bool>;

internal sealed class DeleteCategoryHandler(IDocumentSession session, LedgerScope scope, IMediator mediator, TimeProvider time)
    : IRequestHandler<DeleteCategory, bool>
{
    private const string HasEntries =
        $"select exists (select from {DayTotals.Table} where ledger_id = $1 and category_id = $2 and entries > 0)";

    public async Task<bool> Handle(DeleteCategory command, CancellationToken cancellationToken)
    {
        await session.TakeRevisionAsync(cancellationToken);
        var stream = await session.Events.FetchForWriting<Category>(command.Id, cancellationToken);
        if (stream.Aggregate is not { } category) return false;
        command.IfMatch.Ensure(category.Version);

        var deleted = Decide(await HasEntriesAsync(category.Id, cancellationToken), scope.UserId, time.GetUtcNow());
        stream.AppendOne(deleted);
        await mediator.Publish(new Appended<CategoryDeleted>(category.Id, deleted), cancellationToken);
        await session.SaveChangesAsync(cancellationToken);
        return true;
    }

    internal static CategoryDeleted Decide(bool hasEntries, Guid by, DateTimeOffset now) => hasEntries
        ? throw RuleViolation.Conflict("categories.in-use", "The category has entries; merge it into another or archive it.")
        : new CategoryDeleted(by, now);

    private async Task<bool> HasEntriesAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(HasEntries);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = scope.LedgerId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        await using var reader = await session.ExecuteReaderAsync(command, cancellationToken);
        return await reader.ReadAsync(cancellationToken) && reader.GetBoolean(0);
    }
}
