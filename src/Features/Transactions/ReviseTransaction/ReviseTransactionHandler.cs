namespace MyBudget.Features.Transactions.ReviseTransaction;

internal sealed record ReviseTransaction(Guid Id, MergePatch Patch, IfMatch IfMatch) : ICommand<Transaction?>;

internal sealed class ReviseTransactionHandler(LedgerWriter ledger, IValidator<TransactionInput> validator)
    : IRequestHandler<ReviseTransaction, Transaction?>
{
    public Task<Transaction?> Handle(ReviseTransaction command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        if (await write.FindAsync<Transaction>(command.Id) is not { DeletedAt: null } transaction) return null;
        command.IfMatch.Ensure(transaction.Version);

        var input = command.Patch.ApplyTo<TransactionInput>(transaction.ToEntry());
        await validator.ValidateAndThrowAsync(input, cancellationToken);
        return Decide(transaction, input, command.Patch.Document, await LedgerFacts.InAsync(write), write.By, write.Now) is { } revised
            ? write.Append(transaction, await LockedAgain.WithStatementsAsync(write, transaction, revised))
            : transaction;
    }, cancellationToken);

    /// <returns>Null when nothing changes.</returns>
    internal static TransactionRevised? Decide(
        Transaction transaction, TransactionInput input, JsonObject patch, LedgerFacts facts, Guid by, DateTimeOffset at)
    {
        var was = transaction.ToEntry();
        var now = WithLocksAsMeant(WithMoneyAsMeant(input, patch, was, facts), patch, was).ToEntry(facts);
        return now == was ? null : new TransactionRevised(was, facts.EnsureRevisable(was, now), by, at);
    }

    /// <summary>
    /// An amount that the patch does not mention never becomes as many units of another currency. Within one currency what arrives of a
    /// transfer follows what leaves.
    /// </summary>
    internal static TransactionInput WithMoneyAsMeant(TransactionInput input, JsonObject patch, Entry was, LedgerFacts facts)
    {
        var currency = facts.Account(input.AccountId!.Value).Currency;
        if (currency != facts.Account(was.AccountId).Currency && !patch.ContainsKey("amount"))
            throw new RuleViolation("transactions.amount-required", "The account has another currency than the one before: say the amount in it.");
        if (input.Transfer is not { } transfer || (patch["transfer"] as JsonObject)?.ContainsKey("amount") is true) return input;

        var arriving = facts.Account(transfer.AccountId!.Value).Currency;
        var isKept = arriving != currency && was.Transfer is { } before && facts.Account(before.AccountId).Currency == arriving;
        return isKept ? input : input with { Transfer = transfer with { Amount = null } };
    }

    /// <summary>
    /// Another side without a day and a status of its own follows the entry's, but not once it is reconciled: then it changes only by what
    /// the patch says of it.
    /// </summary>
    private static TransactionInput WithLocksAsMeant(TransactionInput input, JsonObject patch, Entry was)
    {
        if (input.Transfer is { } transfer)
            return input with { Transfer = Kept(transfer, was.Transfer, patch["transfer"] as JsonObject) };
        return patch.ContainsKey("splits") || input.Splits is null ? input : input with
        {
            Splits = [.. input.Splits.Select((split, place) => split with { Transfer = Kept(split.Transfer, was.Splits[place].Transfer, said: null) })],
        };

        TransferInput? Kept(TransferInput? other, EntryTransfer? before, JsonObject? said) =>
            other is null || before is null || EntrySide.Of(was, before) is not { Status: EntryStatus.Reconciled } side ? other : other with
            {
                Date = said?.ContainsKey("date") is true ? other.Date : side.Date,
                Status = said?.ContainsKey("status") is true ? other.Status : side.Status,
            };
    }
}
