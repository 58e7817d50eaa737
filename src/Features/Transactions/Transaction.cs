using MyBudget.Infrastructure.EventStore;
using MyBudget.Features.Transactions.Contracts;

namespace MyBudget.Features.Transactions;

/// <summary>A transaction as it stands; its stored JSON is what clients see. Amounts are signed minor units.</summary>
/// <param name="Id">UUID.</param>
/// <param name="AccountId">The account it belongs to.</param>
/// <param name="Date">The posting date.</param>
/// <param name="Amount">Money out is negative.</param>
/// <param name="Payee">Who was paid or paid.</param>
/// <param name="CategoryId">Null when uncategorised, split or a transfer.</param>
/// <param name="Splits">Parts with a category of their own.</param>
/// <param name="Transfer">The other side, when money moves between two accounts.</param>
/// <param name="Note">Free text.</param>
/// <param name="Tags">In the order they were given.</param>
/// <param name="Status">How far the bank has confirmed it.</param>
/// <param name="ImportId">The import that brought it.</param>
/// <param name="BankId">The bank's own id of it.</param>
/// <param name="BankRecord">What the bank's file said, whatever became of the entry since.</param>
/// <param name="CreatedBy">The user who recorded it.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="UpdatedAt">UTC.</param>
/// <param name="DeletedAt">UTC; only seen when a creation is repeated after a deletion.</param>
/// <param name="Version">Grows by one with every change; see <c>ETag</c>.</param>
public sealed record Transaction(
    Guid Id, Guid AccountId, DateOnly Date, long Amount, string? Payee, Guid? CategoryId, IReadOnlyList<EntrySplit> Splits,
    EntryTransfer? Transfer, string? Note, IReadOnlyList<string> Tags, EntryStatus Status, Guid? ImportId, string? BankId,
    BankRecord? BankRecord, Guid CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? DeletedAt, int Version)
    : ILedgerState<Transaction>
{
    public static Transaction? Fold(Transaction? state, Guid id, object e) => e switch
    {
        TransactionRecorded recorded => Of(id, recorded),
        TransactionRevised revised => state!.After(revised),
        TransactionDeleted deleted => state!.After(deleted),
        TransactionRestored restored => state!.After(restored),
        _ => state,
    };


    internal Entry ToEntry() => new(AccountId, Date, Amount, Payee, CategoryId, Splits, Transfer, Note, Tags, Status);

    internal static Transaction Of(Guid id, TransactionRecorded e) => new(
        id, e.Entry.AccountId, e.Entry.Date, e.Entry.Amount, e.Entry.Payee, e.Entry.CategoryId, e.Entry.Splits, e.Entry.Transfer,
        e.Entry.Note, e.Entry.Tags, e.Entry.Status, e.Source?.ImportId, e.Source?.BankId,
        e.Source is null ? null : new BankRecord(e.Entry.AccountId, e.Entry.Date, e.Entry.Amount, e.Entry.Payee), e.By, e.At, e.At, null, 1);

    internal Transaction After(TransactionRevised e) => With(e.Now, e.At);

    internal Transaction After(TransactionDeleted e) => this with { UpdatedAt = e.At, DeletedAt = e.At, Version = Version + 1 };

    internal Transaction After(TransactionRestored e) => With(e.Now, e.At) with { DeletedAt = null };

    private Transaction With(Entry entry, DateTimeOffset at) => this with
    {
        AccountId = entry.AccountId,
        Date = entry.Date,
        Amount = entry.Amount,
        Payee = entry.Payee,
        CategoryId = entry.CategoryId,
        Splits = entry.Splits,
        Transfer = entry.Transfer,
        Note = entry.Note,
        Tags = entry.Tags,
        Status = entry.Status,
        UpdatedAt = at,
        Version = Version + 1,
    };
}

/// <summary>An imported entry as the bank's file had it: by this it is known again in the next file, however it was edited.</summary>
/// <param name="AccountId">The account it was imported into.</param>
/// <param name="Date">The posting date.</param>
/// <param name="Amount">Signed minor units.</param>
/// <param name="Payee">As the bank writes it.</param>
public sealed record BankRecord(Guid AccountId, DateOnly Date, long Amount, string? Payee);
