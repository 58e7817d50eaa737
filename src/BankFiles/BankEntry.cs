namespace MyBudget.BankFiles;

/// <summary>
/// One booked or pending movement. The line is the physical one, counted from 1, where the entry begins; the amount is
/// signed, with exactly the digits of the file, and negative is money out. The bank's own identifier is unique within the
/// statement. A currency is set only where the file names one for this entry, and pending only where the file tells.
/// </summary>
internal sealed record BankEntry(
    int Line, DateOnly Date, decimal Amount, string? Payee, string? Memo, string? BankId, string? Currency, string? CheckNumber,
    string? CategoryHint, bool? Pending);
