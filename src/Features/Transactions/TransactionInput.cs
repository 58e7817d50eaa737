namespace MyBudget.Features.Transactions;

/// <summary>A transaction as clients write it. Amounts are signed, in the minor unit of their account's currency.</summary>
internal record TransactionInput
{
    /// <summary>An open account of the ledger.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The posting date, yyyy-MM-dd.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Money out is negative.</summary>
    public long? Amount { get; init; }

    /// <summary>Up to 200 characters.</summary>
    public string? Payee { get; init; }

    /// <summary>Not together with splits; of a transfer only where one of the two accounts is on the budget and the other is not.</summary>
    public Guid? CategoryId { get; init; }

    /// <summary>At most 100 parts that add up to the amount; not together with a transfer, but each part may be one.</summary>
    public IReadOnlyList<SplitInput>? Splits { get; init; }

    /// <summary>The other account and the amount that arrives there.</summary>
    public TransferInput? Transfer { get; init; }

    /// <summary>Up to 2,000 characters.</summary>
    public string? Note { get; init; }

    /// <summary>At most 20, each up to 50 characters.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>pending, cleared (if absent) or reconciled.</summary>
    public EntryStatus? Status { get; init; }

    /// <summary>Only what a validator has passed.</summary>
    public Entry ToEntry(LedgerFacts facts) => new Entry
    {
        AccountId = AccountId!.Value,
        Date = Date!.Value,
        Amount = Amount!.Value,
        Payee = Trimmed(Payee),
        CategoryId = CategoryId,
        Splits =
        [
            .. (Splits ?? []).Select(split => new EntrySplit(
                split.Amount!.Value, split.CategoryId, Trimmed(split.Note), OtherSide(split.Transfer, split.Amount.Value, facts))),
        ],
        Transfer = OtherSide(Transfer, Amount.Value, facts),
        Note = Trimmed(Note),
        Tags = Tagged(Tags),
        Status = Status ?? EntryStatus.Cleared,
    }.Condensed();

    private EntryTransfer? OtherSide(TransferInput? transfer, long amount, LedgerFacts facts) => transfer is null ? null : new EntryTransfer(
        transfer.AccountId!.Value, transfer.Amount ?? facts.AmountThatArrives(AccountId!.Value, transfer.AccountId.Value, amount), transfer.Date, transfer.Status);

    internal static IReadOnlyList<string> Tagged(IEnumerable<string>? tags) =>
        [.. (tags ?? []).Select(tag => tag.Trim()).DistinctBy(tag => tag, StringComparer.OrdinalIgnoreCase)];

    internal static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <param name="Amount">Signed minor units.</param>
/// <param name="CategoryId">Null for an uncategorised part.</param>
/// <param name="Note">Up to 500 characters.</param>
/// <param name="Transfer">The other account, where this part moves money to one, and the amount that arrives there.</param>
[RequiredMembers("amount")]
internal sealed record SplitInput(long? Amount = null, Guid? CategoryId = null, string? Note = null, TransferInput? Transfer = null);

/// <param name="AccountId">The other account.</param>
/// <param name="Amount">Minor units of the other account's currency; needed only where the currencies differ.</param>
/// <param name="Date">The day that the other account's bank has it on, yyyy-MM-dd; that of the transaction if absent.</param>
/// <param name="Status">pending, cleared or reconciled in the other account; as in the transaction's own if absent.</param>
internal sealed record TransferInput(Guid? AccountId = null, long? Amount = null, DateOnly? Date = null, EntryStatus? Status = null);

/// <summary>A transaction to record.</summary>
[RequiredMembers("accountId", "date", "amount")]
internal sealed record NewTransaction : TransactionInput
{
    /// <summary>A UUID chosen by the client, so that a repeat after a lost response records nothing twice.</summary>
    public Guid? Id { get; init; }
}
