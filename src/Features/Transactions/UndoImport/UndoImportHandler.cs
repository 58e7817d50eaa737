using Marten;
using MediatR;
using MyBudget.Domain;
using MyBudget.Features.Transactions.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Transactions.UndoImport;

internal sealed record UndoImport(Guid Id, IfMatch IfMatch) : ICommand<bool>;

internal sealed class UndoImportHandler(
    IDocumentSession session, LedgerScope scope, LedgerReference reference, BulkAppend<Transaction> bulk, TimeProvider time)
    : IRequestHandler<UndoImport, bool>
{
    public async Task<bool> Handle(UndoImport command, CancellationToken cancellationToken)
    {
        var head = await session.TakeRevisionAsync(cancellationToken);
        var stream = await session.Events.FetchForWriting<Import>(command.Id, cancellationToken);
        if (stream.Aggregate is not { } import) return false;
        if (import.UndoneAt is not null) return true;
        command.IfMatch.Ensure(import.Version);

        var facts = await LedgerFacts.AtAsync(head, scope, session, reference, cancellationToken);
        var transactions = await StillThereAsync(command.Id, cancellationToken);
        EnsureUndoable(facts, transactions);

        var now = time.GetUtcNow();
        await bulk.AppendAsync(session, [.. transactions.Select(transaction => Deleted(transaction, now))], cancellationToken);
        stream.AppendOne(new ImportUndone(transactions.Count, scope.UserId, now));
        await session.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static void EnsureUndoable(LedgerFacts facts, IReadOnlyList<Transaction> transactions)
    {
        var reconciled = transactions.Count(transaction => transaction.Status is EntryStatus.Reconciled);
        if (reconciled > 0)
        {
            throw new RuleViolation(
                "imports.reconciled", $"{reconciled} of the imported entries are reconciled; unlock them first.",
                new Dictionary<string, object?> { ["count"] = reconciled });
        }

        foreach (var transaction in transactions) facts.EnsureDeletable(transaction.ToEntry());
    }

    private async Task<IReadOnlyList<Transaction>> StillThereAsync(Guid import, CancellationToken cancellationToken)
    {
        var events = await session.Events.FetchStreamAsync(import, version: 1, token: cancellationToken);
        Guid[] ids = [.. ((ImportCompleted)events[0].Data).Rows.Select(row => row.TransactionId).OfType<Guid>()];
        var transactions = await session.LoadManyAsync<Transaction>(cancellationToken, ids);
        return [.. transactions.Where(transaction => transaction.DeletedAt is null)];
    }

    private BulkChange<Transaction> Deleted(Transaction transaction, DateTimeOffset now)
    {
        var deleted = new TransactionDeleted(transaction.ToEntry(), scope.UserId, now);
        var after = transaction.Apply(deleted);
        return new BulkChange<Transaction>(after.Id, after.Version, deleted, after);
    }
}
