namespace MyBudget.BankFiles.Csv;

/// <summary>What a column means.</summary>
internal enum CsvRole
{
    Date,
    ValueDate,
    Amount,
    Debit,
    Credit,
    Indicator,
    Payee,
    Memo,
    BankId,
    CheckNumber,
    Currency,
    Category,
    Balance,
    Account,
    Status,
}
