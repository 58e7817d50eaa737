using MediatR;
using MyBudget.Features.Imports.Contracts;
using MyBudget.Features.Transactions.Contracts;
using MyBudget.Infrastructure.EventStore;

namespace MyBudget.Features.Transactions.Reactions;

/// <summary>What an import brought and is still there goes when the import is undone, edited or not, in the same transaction.</summary>
internal sealed class DeleteWithImport : INotificationHandler<Appended<ImportUndone>>
{
    public async Task Handle(Appended<ImportUndone> notification, CancellationToken cancellationToken)
    {
        var (write, undone) = (notification.Write, notification.Event);
        var completed = await write.FirstEventAsync<ImportCompleted>(notification.StreamId);
        var transactions = await write.Session.LoadManyAsync<Transaction>(cancellationToken, completed!.EntryIds);
        var facts = await write.LedgerFactsAsync();
        foreach (var transaction in transactions.Where(transaction => transaction.DeletedAt is null))
            write.Append(transaction, Decide(transaction, facts, undone));
    }

    internal static TransactionDeleted Decide(Transaction transaction, LedgerFacts facts, ImportUndone undone)
    {
        facts.EnsureDeletable(transaction.ToEntry());
        return new TransactionDeleted(transaction.ToEntry(), undone.By, undone.At);
    }
}
