using System.Text.Json.Serialization;

namespace MyBudget.Features.Imports.Contracts;

/// <summary>A bank's file was imported; the entries themselves are streams of their own, recorded in the same write.</summary>
/// <param name="Rows">What became of each row, in the file's order.</param>
public sealed record ImportCompleted(
    ImportedFile File, IReadOnlyList<ImportedAccount> Accounts, IReadOnlyList<ImportedRow> Rows, Guid By, DateTimeOffset At)
{
    /// <summary>The transactions that rows became.</summary>
    [JsonIgnore]
    public IEnumerable<Guid> EntryIds => Rows.Where(row => row.Status is RowStatus.Imported).Select(row => row.TransactionId).OfType<Guid>();

    /// <summary>The rows by which the bank corrects entries that were there before: applied, or applied already.</summary>
    [JsonIgnore]
    public IEnumerable<ImportedRow> Corrections =>
        Rows.Where(row => row is { Correction: not null, Status: RowStatus.Corrected or RowStatus.Duplicate });

    /// <summary>Transfers of which the other side was there before.</summary>
    [JsonIgnore]
    public IEnumerable<(Guid EntryId, Guid OtherSide)> OtherSides => Rows
        .Where(row => row is { Status: RowStatus.Imported, TransactionId: not null, OtherSide: not null })
        .Select(row => (row.TransactionId!.Value, row.OtherSide!.Value));

    /// <summary>The rows that are entries which were there before, by the entry; a row that repeats another of the file is left out.</summary>
    [JsonIgnore]
    public IEnumerable<(Guid EntryId, ImportedRow Row)> Matched => Rows
        .Where(row => row is { Status: RowStatus.Duplicate, Match: { TransactionId: not null, Row: null, Deleted: false } })
        .Select(row => (row.Match!.TransactionId!.Value, row));
}

/// <param name="Deleted">How many of its entries were still there, and are deleted now.</param>
public sealed record ImportUndone(int Deleted, Guid By, DateTimeOffset At);

/// <param name="Format">Of the file: ofx, csv and so on.</param>
/// <param name="Fingerprint">Of the content and everything that was said about it: by this a repeated request is known.</param>
/// <param name="BalanceCheck">Whether the file's own balances agreed with its entries: proved, contradicted or none; missing in older imports.</param>
/// <param name="Signs">Of a table of entries, or a card: how money out was told from money in.</param>
/// <param name="Settled">How far it was read as earlier imports had settled.</param>
public sealed record ImportedFile(
    string? Name, string Format, string Fingerprint,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? BalanceCheck = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Signs = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImportedBySettled? Settled = null);

/// <param name="ImportId">The import that settled it.</param>
/// <param name="Used">What was read as it had settled, in the words of a mapping; empty where the file told all of it.</param>
/// <param name="Differs">What the file itself proved otherwise, so that it was read otherwise; absent without any.</param>
public sealed record ImportedBySettled(
    Guid ImportId, IReadOnlyList<string> Used,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Differs = null);

/// <param name="BankAccount">The number in the file, if it tells one.</param>
/// <param name="AccountId">The account of the ledger.</param>
/// <param name="Bank">The bank's code, if the file tells one: banks may have accounts of the same number.</param>
/// <param name="Kind">checking, savings, creditCard ..., if the file tells: so may a bank.</param>
/// <param name="IdsDistrusted">The bank's ids do not tell its entries apart, so that day, amount and count did; absent otherwise.</param>
/// <param name="BeforeOpening">How many rows became entries from before the account's opening day, so that they changed no balance of now; absent without any.</param>
public sealed record ImportedAccount(
    string? BankAccount,
    Guid AccountId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Bank = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Kind = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IdsDistrusted = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int BeforeOpening = 0);

/// <param name="Line">The line of the file where it begins.</param>
/// <param name="Account">Index into the import's accounts.</param>
/// <param name="Amount">Signed minor units.</param>
/// <param name="Text">An excerpt of a line that could not be read.</param>
/// <param name="Match">What it is a duplicate of; also kept where the user decided otherwise.</param>
/// <param name="BankId">Of a duplicate: the bank's own id.</param>
/// <param name="Pending">Of a duplicate: the bank has not booked it.</param>
/// <param name="PossibleDuplicateOf">An entry that it may be, but not surely: the user decides.</param>
/// <param name="Correction">What the bank corrects with it; also where that was not done, for a reason.</param>
/// <param name="OtherSide">Of an imported transfer: the entry of the other account that was there before, and is its other side now.</param>
public sealed record ImportedRow(
    int Line,
    RowStatus Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Account = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? TransactionId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? Date = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Amount = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Payee = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? CategoryId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RowReason? Reason = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RowMatch? Match = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? BankId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Pending = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? PossibleDuplicateOf = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RowCorrection? Correction = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? OtherSide = null);

public enum RowStatus
{
    Imported,
    Duplicate,
    Rejected,

    /// <summary>The bank corrects an entry that was there, which was changed or deleted by it.</summary>
    Corrected,
}

/// <param name="TransactionId">The entry that the bank corrects.</param>
/// <param name="IsDeletion">The bank takes it back; else it replaces date, amount and payee.</param>
public sealed record RowCorrection(Guid TransactionId, bool IsDeletion);

/// <param name="English">For people, complete.</param>
public sealed record RowReason(string Code, string English);

/// <param name="TransactionId">The transaction it was matched with; null where that is a row of the same file not imported yet.</param>
/// <param name="Deleted">The transaction came with an earlier import, and a user deleted it.</param>
public sealed record RowMatch(MatchKind By, Guid? TransactionId, int? Row, int DaysApart, PayeeMatch Payee, bool Deleted);

public enum MatchKind
{
    /// <summary>The bank's own id, with the same amount.</summary>
    BankId,

    /// <summary>The account and the amount, and dates close to each other.</summary>
    Content,
}

public enum PayeeMatch
{
    Same,

    /// <summary>Every word of the shorter one is in the longer one.</summary>
    Similar,

    Different,

    /// <summary>One of them has no payee.</summary>
    Missing,
}
