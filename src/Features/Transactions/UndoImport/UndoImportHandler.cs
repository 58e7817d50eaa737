using MediatR;
using MyBudget.Domain;
using MyBudget.Features.Transactions.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Transactions.UndoImport;

/// <summary>Answers whether there was such an import.</summary>
internal sealed record UndoImport(Guid Id, IfMatch IfMatch) : ICommand<bool>;

internal sealed class UndoImportHandler(LedgerWriter ledger) : IRequestHandler<UndoImport, bool>
{
    public Task<bool> Handle(UndoImport command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        if (await write.FindAsync<Import>(command.Id) is not { } import) return false;
        if (import.UndoneAt is not null) return true;
        command.IfMatch.Ensure(import.Version);

        var transactions = await StillThereAsync(write, command.Id);
        var (deleted, undone) = Decide(transactions, await LedgerFacts.InAsync(write), write.By, write.Now);
        for (var index = 0; index < deleted.Count; index++) write.Append(transactions[index], deleted[index]);
        write.Append(import, undone);
        return true;
    }, cancellationToken);

    internal static (IReadOnlyList<TransactionDeleted> Deleted, ImportUndone Undone) Decide(
        IReadOnlyList<Transaction> transactions, LedgerFacts facts, Guid by, DateTimeOffset now)
    {
        var reconciled = transactions.Count(transaction => transaction.Status is EntryStatus.Reconciled);
        if (reconciled > 0)
        {
            throw new RuleViolation(
                "imports.reconciled", $"{reconciled} of the imported entries are reconciled; unlock them first.",
                new Dictionary<string, object?> { ["count"] = reconciled });
        }

        foreach (var transaction in transactions) facts.EnsureDeletable(transaction.ToEntry());
        return ([.. transactions.Select(transaction => new TransactionDeleted(transaction.ToEntry(), by, now))], new ImportUndone(transactions.Count, by, now));
    }

    private static async Task<IReadOnlyList<Transaction>> StillThereAsync(LedgerWrite write, Guid import)
    {
        var events = await write.Session.Events.FetchStreamAsync(import, version: 1, token: write.Cancellation);
        Guid[] ids = [.. ((ImportCompleted)events[0].Data).Rows.Select(row => row.TransactionId).OfType<Guid>()];
        var transactions = await write.Session.LoadManyAsync<Transaction>(write.Cancellation, ids);
        return [.. transactions.Where(transaction => transaction.DeletedAt is null)];
    }
}
