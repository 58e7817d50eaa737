namespace MyBudget.BankFiles.Csv;

/// <summary>What a column means.</summary>
internal enum CsvRole
{
    Date,

    /// <summary>Another date of the entry, which stands in where the first is blank.</summary>
    ValueDate,
    Amount,
    Debit,
    Credit,
    Indicator,

    /// <summary>What the bank took besides the amount.</summary>
    Fee,

    /// <summary>Of exchange; never an amount.</summary>
    Rate,

    /// <summary>A quantity, a tax, what was paid in another currency and the like: no part of what the account was moved by.</summary>
    Other,
    Payee,

    /// <summary>Who sent the money, where the payee's column names who received it.</summary>
    Payer,
    Memo,
    BankId,
    CheckNumber,
    Currency,
    Category,
    Balance,
    Account,
    Status,
}
