namespace MyBudget.Features.Transactions.Contracts;

/// <summary>Where transactions are stored; <see cref="DayTotals"/> has a table of its own.</summary>
public static class TransactionsTables
{
    /// <summary>
    /// Of its columns others may read <c>tenant_id</c>, <c>id</c>, <c>data</c> (as clients see it), <c>account_id</c>, <c>date</c>,
    /// <c>created_at</c> (by which the entries of a day are listed, then by <c>id</c>), <c>deleted_at</c>, <c>transfer_account_id</c>, and what the bank said of an entry that was imported: <c>bank_account_id</c> (null
    /// again once the import is undone), <c>bank_date</c>, <c>bank_payee</c>, and in <c>data</c> <c>bankId</c> and <c>bankRows</c>. Indexes with the ledger serve looking up by account and date, by
    /// <c>bank_account_id</c>, the bank's amount and <c>bank_date</c>, and, where the bank said nothing of it, by <c>account_id</c>, amount and <c>date</c>.
    /// </summary>
    public const string Transactions = "mt_doc_transaction";

    /// <summary>Of its columns others may read <c>tenant_id</c>, <c>account_id</c> and <c>statement_on</c>, by which there is an index.</summary>
    public const string Reconciliations = "mt_doc_reconciliation";

    /// <summary>
    /// The bytes of receipts. Others may read <c>ledger_id</c> and <c>id</c> (the primary key), <c>name</c>, <c>type</c>, <c>size</c>, <c>added_at</c>,
    /// <c>removed_at</c> (null where a transaction has it) and <c>data</c>.
    /// </summary>
    public const string Receipts = "receipt_files";
}
