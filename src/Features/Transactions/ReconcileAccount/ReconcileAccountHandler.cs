using Marten;
using MediatR;
using MyBudget.Features.Accounts.Contracts;
using MyBudget.Features.Transactions.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Transactions.ReconcileAccount;

internal sealed record ReconcileAccount(Guid AccountId, DateOnly? On, long? Balance) : ICommand<Reconciliation?>;

/// <param name="ClearedBalance">Of the account up to the statement's day.</param>
/// <param name="Difference">The statement's balance less the cleared balance; 0 when they agree.</param>
/// <param name="Reconciled">How many entries became reconciled; none unless they agree.</param>
/// <param name="Pending">How many entries up to that day the bank has not confirmed: where to look for a difference.</param>
public sealed record Reconciliation(long ClearedBalance, long Difference, int Reconciled, int Pending);

internal sealed class ReconcileAccountHandler(IDocumentSession session, LedgerScope scope, BulkAppend<Transaction> bulk, TimeProvider time)
    : IRequestHandler<ReconcileAccount, Reconciliation?>
{
    public async Task<Reconciliation?> Handle(ReconcileAccount command, CancellationToken cancellationToken)
    {
        await session.TakeRevisionAsync(cancellationToken);
        if (await session.LoadAsync<AccountFacts>(command.AccountId, cancellationToken) is not { } account) return null;

        var statement = await AccountStatement.ReadAsync(session, account, command.On!.Value, cancellationToken);
        var difference = checked(command.Balance!.Value - statement.ClearedBalance);
        if (difference != 0 || statement.Cleared.Count == 0) return new Reconciliation(statement.ClearedBalance, difference, 0, statement.Pending);

        var now = time.GetUtcNow();
        await bulk.AppendAsync(session, [.. statement.Cleared.Select(transaction => Reconciled(transaction, now))], cancellationToken);
        await session.SaveChangesAsync(cancellationToken);
        return new Reconciliation(statement.ClearedBalance, difference, statement.Cleared.Count, statement.Pending);
    }

    private BulkChange<Transaction> Reconciled(Transaction transaction, DateTimeOffset now)
    {
        var was = transaction.ToEntry();
        var revised = new TransactionRevised(was, was with { Status = EntryStatus.Reconciled }, scope.UserId, now);
        var after = transaction.Apply(revised);
        return new BulkChange<Transaction>(after.Id, after.Version, revised, after);
    }
}
