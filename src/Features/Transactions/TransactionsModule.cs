using Carter;
using MyBudget.Features.Transactions.AttachReceipt;
using MyBudget.Features.Transactions.DeleteTransaction;
using MyBudget.Features.Transactions.GetBulkRevision;
using MyBudget.Features.Transactions.GetReceipt;
using MyBudget.Features.Transactions.GetTransaction;
using MyBudget.Features.Transactions.GetTransactionHistory;
using MyBudget.Features.Transactions.JoinTransactions;
using MyBudget.Features.Transactions.ListReconciliations;
using MyBudget.Features.Transactions.ListTransactions;
using MyBudget.Features.Transactions.PartTransactions;
using MyBudget.Features.Transactions.ReconcileAccount;
using MyBudget.Features.Transactions.RecordBatch;
using MyBudget.Features.Transactions.RecordTransaction;
using MyBudget.Features.Transactions.RemoveReceipt;
using MyBudget.Features.Transactions.RestoreReceipt;
using MyBudget.Features.Transactions.RestoreTransaction;
using MyBudget.Features.Transactions.ReviseInBulk;
using MyBudget.Features.Transactions.ReviseTransaction;
using MyBudget.Features.Transactions.Totals;
using MyBudget.Features.Transactions.UndoBulkRevision;
using MyBudget.Features.Transactions.UndoReconciliation;
using MyBudget.Infrastructure.Operations.Retention;

namespace MyBudget.Features.Transactions;

public sealed class TransactionsModule : ICarterModule, IFeature
{
    private const string ReconciliationKind = "reconciliation";

    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ILedgerProjection, DayTotalsProjection>();
        services.AddLedgerEntity<Transaction>(TransactionEntity.Kind, columns: TransactionTable.Columns)
            .Event<TransactionRecorded>("transaction_recorded")
            .Event<TransactionRevised>("transaction_revised")
            .Event<BankRowMatched>("transaction_bank_row_matched")
            .Event<BankRowUnmatched>("transaction_bank_row_unmatched")
            .Event<TransactionJoined>("transaction_joined")
            .Event<TransactionParted>("transaction_parted")
            .Event<OtherSideKept>("transaction_other_side_kept")
            .Removal<TransactionDeleted>("transaction_deleted")
            .Event<TransactionRestored>("transaction_restored")
            .Event<ReceiptAttached>("receipt_attached")
            .Event<ReceiptRemoved>("receipt_removed")
            .Event<ReceiptRestored>("receipt_restored")
            .SyncedAs(TransactionTable.Living)
            .Computed(StoredSides.TransferDate, "date", TransactionText.TransferDateIs)
            .Computed("created_at", "timestamp with time zone", TransactionText.CreatedAtIs)
            .Computed(TransactionText.Column, "text", TransactionText.ColumnIs);
        services.AddLedgerOperations<Transaction, TransactionInput>(
                TransactionEntity.Kind, state => state.ToEntry(), state => state.DeletedAt is null, asOne: ["categoryId", "splits", "transfer"], mayShare: true)
            .Add("record", OperationEffect.Create, (m, o, ct) => m.Send(new RecordTransaction.RecordTransaction(o.Read<NewTransaction>(withId: true)), ct))
            .Add("revise", OperationEffect.Revise, (m, o, ct) => m.Send(new ReviseTransaction.ReviseTransaction(o.EntityId, o.Patch, IfMatch.Any), ct))
            .Add("delete", OperationEffect.Delete, (m, o, ct) => m.Send(new DeleteTransaction.DeleteTransaction(o.EntityId, IfMatch.Any), ct))
            .Add("restore", OperationEffect.Restore, (m, o, ct) => m.Send(new RestoreTransaction.RestoreTransaction(o.EntityId, IfMatch.Any), ct));
        services.AddTransactionActivity();
        services.AddLedgerEntity<BulkRevision>(BulkRevision.Kind)
            .Event<BulkRevised>("transactions_revised_in_bulk")
            .Event<BulkRevisionUndone>("transactions_bulk_revision_undone");
        services.AddLedgerEntity<AccountReconciliation>(ReconciliationKind, columns: ReconciliationTable.Columns)
            .Event<AccountReconciled>("account_reconciled")
            .Removal<ReconciliationUndone>("reconciliation_undone");
        services.AddRetentionRule(new("RemovedReceipts", TransactionsTables.Receipts, "removed_at <= $1", ReceiptFiles.KeepRemoved));
        services.AddSingleton(new BusinessCount("mybudget.transactions", "{transaction}", "Transactions that were recorded and not deleted.",
            $"select count(*) from {TransactionsTables.Transactions} where deleted_at is null"));
    }

    public void AddRoutes(IEndpointRouteBuilder app)
    {
        var ledger = app.MapGroup("/api/v1/ledgers/{ledgerId:guid}").WithTags("Transactions");
        ledger.MapUseCases(ReconcileAccountEndpoint.Map, ListReconciliationsEndpoint.Map, UndoReconciliationEndpoint.Map);

        var group = ledger.MapGroup("/transactions");
        group.MapUseCases(
            RecordTransactionEndpoint.Map, RecordBatchEndpoint.Map, ListTransactionsEndpoint.Map,
            GetTransactionEndpoint.Map, GetTransactionHistoryEndpoint.Map, ReviseTransactionEndpoint.Map,
            DeleteTransactionEndpoint.Map, RestoreTransactionEndpoint.Map, JoinTransactionsEndpoint.Map, PartTransactionsEndpoint.Map,
            ReviseInBulkEndpoint.Map, GetBulkRevisionEndpoint.Map, UndoBulkRevisionEndpoint.Map);
        group.MapUseCases(AttachReceiptEndpoint.Map, GetReceiptEndpoint.Map, RemoveReceiptEndpoint.Map, RestoreReceiptEndpoint.Map);
    }
}
