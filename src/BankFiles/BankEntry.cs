namespace MyBudget.BankFiles;

/// <summary>
/// One booked or pending movement. The line is the physical one, counted from 1, where the entry begins; the amount is
/// signed, with exactly the digits of the file, and negative is money out. The bank's own identifier is unique within the
/// statement. A currency is set only where the file names one for this entry, and pending only where the file tells.
/// </summary>
internal sealed record BankEntry(
    int Line, DateOnly Date, decimal Amount, string? Payee, string? Memo, string? BankId, string? Currency, string? CheckNumber,
    string? CategoryHint, bool? Pending)
{
    /// <summary>Parts with a category of their own, whose sum is the amount.</summary>
    public IReadOnlyList<BankSplit> Splits { get; init; } = [];

    /// <summary>The name of the account at the other side, where the file says that money moves between two of its owner's.</summary>
    public string? TransferAccount { get; init; }

    /// <summary>The entry that this one takes the place of, or takes back; of an earlier file, or of an earlier one, too.</summary>
    public BankCorrection? Corrects { get; init; }
}

internal sealed record BankSplit(decimal Amount, string? CategoryHint, string? Memo)
{
    /// <summary>The name of the account at the other side, where this part moves money between two of the owner's.</summary>
    public string? TransferAccount { get; init; }
}

/// <param name="BankId">Of the entry that is corrected.</param>
/// <param name="IsDeletion">It is taken back, and nothing takes its place.</param>
internal sealed record BankCorrection(string BankId, bool IsDeletion)
{
    /// <summary>Ids that the same entry had before, where what is corrected was a correction itself.</summary>
    public IReadOnlyList<string> Former { get; init; } = [];
}
