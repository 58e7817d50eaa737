namespace MyBudget.Features.Transactions.Contracts;

/// <summary>Where transactions and imports are stored; <see cref="DayTotals"/> has a table of its own.</summary>
public static class TransactionsTables
{
    public const string Transactions = "mt_doc_transaction";
    public const string Imports = "mt_doc_import";
}
