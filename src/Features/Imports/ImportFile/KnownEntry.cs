namespace MyBudget.Features.Imports.ImportFile;

/// <summary>One side of a transaction that a row of the file might be. One that the bank has told of twice is here twice.</summary>
/// <param name="AccountId">The account on this side.</param>
/// <param name="Date">As the bank's file had it, where the bank has told of this side; else as it is.</param>
/// <param name="Amount">Likewise.</param>
/// <param name="Payee">Likewise.</param>
/// <param name="BankId">The bank's id, where it has told of this side.</param>
/// <param name="FromBank">The bank has told of this side, so that a later file tells the same of it.</param>
/// <param name="Pending">Not booked yet.</param>
/// <param name="Deleted">The bank has told of it, and a user deleted it.</param>
/// <param name="SettledOn">The day of the statement that it was reconciled with: the bank had booked it by then.</param>
/// <param name="Part">Tells equal parts of a split from each other, and rows that told of them.</param>
/// <param name="Parts">How many parts of that amount go to the account; each answers for a row of its own.</param>
/// <param name="IsOtherSide">The payee is what the transfer's own account calls the other one; that account's bank may call this side anything.</param>
/// <param name="OtherAccountId">Of what no bank has told of yet: where the money of this side goes, or comes from; null where that is no account of the ledger's.</param>
internal sealed record KnownEntry(
    Guid Id, Guid AccountId, DateOnly Date, long Amount, string? Payee, string? BankId, bool FromBank, bool Pending, bool Deleted, DateOnly? SettledOn,
    long Part = 0, int Parts = 1, bool IsOtherSide = false,
    Guid? OtherAccountId = null)
{
    /// <summary>Parts of a split may go to the same account.</summary>
    public (Guid, Guid, long) Side => (Id, AccountId, Amount);

    /// <summary>Until the bank has booked it, its date may still move, and its text.</summary>
    public bool IsOpen => !FromBank || Pending;

    public int DaysFrom(DraftRow row) => Math.Abs(row.Date.DayNumber - Date.DayNumber);
}
