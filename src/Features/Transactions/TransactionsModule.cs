using Carter;
using MyBudget.Features.Transactions.DeleteTransaction;
using MyBudget.Features.Transactions.GetTransaction;
using MyBudget.Features.Transactions.GetTransactionHistory;
using MyBudget.Features.Transactions.ListTransactions;
using MyBudget.Features.Transactions.ReconcileAccount;
using MyBudget.Features.Transactions.RecordBatch;
using MyBudget.Features.Transactions.RecordTransaction;
using MyBudget.Features.Transactions.RestoreTransaction;
using MyBudget.Features.Transactions.ReviseTransaction;
using MyBudget.Features.Transactions.Totals;

namespace MyBudget.Features.Transactions;

public sealed class TransactionsModule : ICarterModule, IFeature
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ILedgerProjection, DayTotalsProjection>();
        services.AddLedgerEntity<Transaction>(TransactionEntity.Kind, columns: TransactionTable.Columns)
            .Event<TransactionRecorded>("transaction_recorded")
            .Event<TransactionRevised>("transaction_revised")
            .Event<BankRowMatched>("transaction_bank_row_matched")
            .Event<BankRowUnmatched>("transaction_bank_row_unmatched")
            .Removal<TransactionDeleted>("transaction_deleted")
            .Event<TransactionRestored>("transaction_restored")
            .Computed("created_at", "timestamp with time zone", TransactionText.CreatedAtIs)
            .Computed(TransactionText.Column, "text", TransactionText.ColumnIs);
        services.AddSingleton(new BusinessCount("mybudget.transactions", "{transaction}", "Transactions that were recorded and not deleted.",
            $"select count(*) from {TransactionsTables.Transactions} where deleted_at is null"));
    }

    public void AddRoutes(IEndpointRouteBuilder app)
    {
        var ledger = app.MapGroup("/api/v1/ledgers/{ledgerId:guid}").WithTags("Transactions");
        ledger.MapUseCases(ReconcileAccountEndpoint.Map);

        var group = ledger.MapGroup("/transactions");
        group.MapUseCases(
            RecordTransactionEndpoint.Map, RecordBatchEndpoint.Map, ListTransactionsEndpoint.Map,
            GetTransactionEndpoint.Map, GetTransactionHistoryEndpoint.Map, ReviseTransactionEndpoint.Map,
            DeleteTransactionEndpoint.Map, RestoreTransactionEndpoint.Map);
    }
}
