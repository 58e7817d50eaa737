namespace MyBudget.Features.Transactions.UndoReconciliation;

internal sealed record UndoReconciliation(Guid AccountId, Guid Id, IfMatch IfMatch) : ICommand<UndoneReconciliation?>;

/// <param name="On">The day of the statement.</param>
/// <param name="Balance">Its balance in minor units.</param>
/// <param name="Cleared">How many entries are cleared again.</param>
/// <param name="Left">Those that stay as they are, since they were changed after it.</param>
public sealed record UndoneReconciliation(DateOnly On, long Balance, int Cleared, IReadOnlyList<EntryLeft> Left);

/// <param name="TransactionId">The transaction.</param>
/// <param name="Why">unlocked (its status was changed), reconciledOtherwise (and then to reconciled again, by hand) or deleted.</param>
public sealed record EntryLeft(Guid TransactionId, LeftReason Why);

public enum LeftReason
{
    Unlocked,
    ReconciledOtherwise,
    Deleted,
}

internal sealed class UndoReconciliationHandler(LedgerWriter ledger) : IRequestHandler<UndoReconciliation, UndoneReconciliation?>
{
    public Task<UndoneReconciliation?> Handle(UndoReconciliation command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        if (await write.FindAsync<AccountReconciliation>(command.Id) is not { } reconciliation || reconciliation.AccountId != command.AccountId)
            return null;
        command.IfMatch.Ensure(reconciliation.Version);
        if (await AccountReconciliation.LastAsync(write, command.AccountId) != reconciliation)
            throw RuleViolation.Conflict("transactions.reconciliation-not-last", "Only the last reconciliation of an account can be undone.");

        var made = (await write.FirstEventAsync<AccountReconciled>(reconciliation.Id))!;
        var left = new List<EntryLeft>();
        foreach (var transaction in await write.Session.LoadManyAsync<Transaction>(cancellationToken, made.EntryIds))
        {
            if (await HeirAsync(write, transaction, made) is { } heir) write.Append(heir, Decide(heir, made, write.By, write.Now));
            else left.Add(new EntryLeft(transaction.Id, WhyLeft(transaction, made)!.Value));
        }

        write.Append(reconciliation, new ReconciliationUndone(reconciliation.AccountId, write.By, write.Now));
        return new UndoneReconciliation(made.On, made.Balance, made.EntryIds.Count - left.Count, left);
    }, cancellationToken);

    /// <summary>What has the reconciled side now: the transaction itself, what it was joined with, or what was parted from it.</summary>
    private static async Task<Transaction?> HeirAsync(LedgerWrite write, Transaction transaction, AccountReconciled made)
    {
        var (seen, next) = (new HashSet<Guid>(), new Queue<Transaction>([transaction]));
        while (next.TryDequeue(out var heir))
        {
            if (!seen.Add(heir.Id)) continue;
            if (WhyLeft(heir, made) is null) return heir;
            var parted = (await write.Reading.Events.FetchStreamAsync(heir.Id, token: write.Cancellation)).Select(e => e.Data).OfType<TransactionParted>();
            foreach (var id in parted.Select(e => e.From).Concat(heir.JoinedInto is { } into ? [into] : []))
            {
                if (await write.FindAsync<Transaction>(id) is { } kin) next.Enqueue(kin);
            }
        }

        return null;
    }

    /// <summary>Null where the account's side is as the reconciliation left it. Whatever else was changed of it, it had to be unlocked for that.</summary>
    internal static LeftReason? WhyLeft(Transaction transaction, AccountReconciled made)
    {
        if (transaction.DeletedAt is not null) return LeftReason.Deleted;
        if (!EntrySide.Of(transaction).Any(side => IsOf(side, made))) return LeftReason.Unlocked;
        return transaction.StatementOf(made.AccountId) == made.On ? null : LeftReason.ReconciledOtherwise;
    }

    internal static TransactionRevised Decide(Transaction transaction, AccountReconciled made, Guid by, DateTimeOffset now)
    {
        var was = transaction.ToEntry();
        return new TransactionRevised(was, was.WithStatuses((_, side) => IsOf(side, made) ? EntryStatus.Cleared : side.Status), by, now);
    }

    private static bool IsOf(EntrySide side, AccountReconciled made) =>
        side.AccountId == made.AccountId && side.Status is EntryStatus.Reconciled;
}
