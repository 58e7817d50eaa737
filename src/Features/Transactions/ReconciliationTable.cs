using Marten.Schema;
using Weasel.Postgresql.Tables;

namespace MyBudget.Features.Transactions;

/// <summary>The columns of the stored reconciliations.</summary>
internal static class ReconciliationTable
{
    public static readonly LedgerColumn[] Columns =
    [
        LedgerColumn.Create<AccountReconciliation, Guid>("account_id", reconciliation => reconciliation.AccountId),
        LedgerColumn.Create<AccountReconciliation, DateOnly>("statement_on", reconciliation => reconciliation.On),
        LedgerColumn.Create<AccountReconciliation, int>("number", reconciliation => reconciliation.Number),
    ];

    public static void Configure(DocumentMapping mapping)
    {
        mapping.DuplicateField(nameof(AccountReconciliation.AccountId));
        mapping.DuplicateField([typeof(AccountReconciliation).GetProperty(nameof(AccountReconciliation.On))!], columnName: "statement_on");
        mapping.DuplicateField(nameof(AccountReconciliation.Number));
        mapping.Indexes.Add(new IndexDefinition("reconciliation_by_account") { Columns = ["tenant_id", "account_id", "statement_on"] });
    }
}
