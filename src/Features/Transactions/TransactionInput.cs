using MyBudget.Features.Transactions.Contracts;
using MyBudget.Infrastructure.OpenApi;

namespace MyBudget.Features.Transactions;

/// <summary>A transaction as clients write it. Amounts are signed, in the minor unit of their account's currency.</summary>
/// <param name="AccountId">An open account of the ledger.</param>
/// <param name="Date">The posting date, yyyy-MM-dd.</param>
/// <param name="Amount">Money out is negative.</param>
/// <param name="Payee">Up to 200 characters.</param>
/// <param name="CategoryId">Not together with splits or a transfer.</param>
/// <param name="Splits">At most 100 parts that add up to the amount.</param>
/// <param name="Transfer">The other account and the amount that arrives there.</param>
/// <param name="Note">Up to 2,000 characters.</param>
/// <param name="Tags">At most 20, each up to 50 characters.</param>
/// <param name="Status">pending, cleared (if absent) or reconciled.</param>
internal record TransactionInput(
    Guid? AccountId = null, DateOnly? Date = null, long? Amount = null, string? Payee = null, Guid? CategoryId = null,
    IReadOnlyList<SplitInput>? Splits = null, TransferInput? Transfer = null, string? Note = null, IReadOnlyList<string>? Tags = null,
    EntryStatus? Status = null)
{
    public static TransactionInput Of(Entry entry) => new(
        entry.AccountId, entry.Date, entry.Amount, entry.Payee, entry.CategoryId,
        [.. entry.Splits.Select(split => new SplitInput(split.Amount, split.CategoryId, split.Note))],
        entry.Transfer is { } transfer ? new TransferInput(transfer.AccountId, transfer.Amount) : null,
        entry.Note, entry.Tags, entry.Status);

    /// <summary>Only what a validator has passed.</summary>
    public Entry ToEntry(LedgerFacts facts) => new(
        AccountId!.Value, Date!.Value, Amount!.Value, Trimmed(Payee), CategoryId,
        [.. (Splits ?? []).Select(split => new EntrySplit(split.Amount!.Value, split.CategoryId, Trimmed(split.Note)))],
        Transfer is { } transfer ? new EntryTransfer(transfer.AccountId!.Value, transfer.Amount ?? facts.AmountThatArrives(AccountId.Value, transfer.AccountId.Value, Amount.Value)) : null,
        Trimmed(Note),
        [.. (Tags ?? []).Select(tag => tag.Trim()).DistinctBy(tag => tag, StringComparer.OrdinalIgnoreCase)],
        Status ?? EntryStatus.Cleared);

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <param name="Amount">Signed minor units.</param>
/// <param name="CategoryId">Null for an uncategorised part.</param>
/// <param name="Note">Up to 500 characters.</param>
[RequiredMembers("amount")]
internal sealed record SplitInput(long? Amount = null, Guid? CategoryId = null, string? Note = null);

/// <param name="AccountId">The other account.</param>
/// <param name="Amount">Minor units of the other account's currency; needed only where the currencies differ.</param>
internal sealed record TransferInput(Guid? AccountId = null, long? Amount = null);

/// <summary>A transaction to record.</summary>
/// <param name="Id">A UUID chosen by the client, so that a repeat after a lost response records nothing twice.</param>
[RequiredMembers("accountId", "date", "amount")]
internal sealed record NewTransaction(
    Guid? Id = null, Guid? AccountId = null, DateOnly? Date = null, long? Amount = null, string? Payee = null, Guid? CategoryId = null,
    IReadOnlyList<SplitInput>? Splits = null, TransferInput? Transfer = null, string? Note = null, IReadOnlyList<string>? Tags = null,
    EntryStatus? Status = null)
    : TransactionInput(AccountId, Date, Amount, Payee, CategoryId, Splits, Transfer, Note, Tags, Status);
