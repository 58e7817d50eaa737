using Carter;
using MyBudget.Features.Transactions.Contracts;
using MyBudget.Features.Transactions.DeleteTransaction;
using MyBudget.Features.Transactions.GetHistory;
using MyBudget.Features.Transactions.GetImport;
using MyBudget.Features.Transactions.GetTransaction;
using MyBudget.Features.Transactions.ImportFile;
using MyBudget.Features.Transactions.ListImports;
using MyBudget.Features.Transactions.ListTransactions;
using MyBudget.Features.Transactions.ReconcileAccount;
using MyBudget.Features.Transactions.RecordBatch;
using MyBudget.Features.Transactions.RecordTransaction;
using MyBudget.Features.Transactions.RestoreTransaction;
using MyBudget.Features.Transactions.ReviseTransaction;
using MyBudget.Features.Transactions.Totals;
using MyBudget.Features.Transactions.UndoImport;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Operations.Telemetry;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Transactions;

public sealed class TransactionsModule : ICarterModule, IFeature
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ILedgerProjection, DayTotalsProjection>();
        services.AddSingleton(TransactionTable.Bulk);
        services.AddLedgerEntity(
            "transaction", TransactionsTables.Transactions, isStructure: false,
            [typeof(TransactionRecorded), typeof(TransactionRevised), typeof(TransactionDeleted), typeof(TransactionRestored)],
            removedBy: typeof(TransactionDeleted));
        services.AddSingleton(new BusinessCount("mybudget.transactions", "{transaction}", "Transactions that were recorded and not deleted.",
            $"select count(*) from {TransactionsTables.Transactions} where deleted_at is null"));
        services.AddSingleton(new BusinessCount(
            "mybudget.imports", "{import}", "Bank files that were imported.", $"select count(*) from {TransactionsTables.Imports}"));
        services.AddLedgerEntity("import", TransactionsTables.Imports, isStructure: false, [typeof(ImportCompleted), typeof(ImportUndone)]);
    }

    public void AddRoutes(IEndpointRouteBuilder app)
    {
        var ledger = app.MapGroup("/api/v1/ledgers/{ledgerId:guid}").WithTags("Transactions");
        ReconcileAccountEndpoint.Map(ledger);

        var group = ledger.MapGroup("/transactions");
        RecordTransactionEndpoint.Map(group);
        RecordBatchEndpoint.Map(group);
        ListTransactionsEndpoint.Map(group);
        GetTransactionEndpoint.Map(group);
        GetHistoryEndpoint.Map(group);
        ReviseTransactionEndpoint.Map(group);
        DeleteTransactionEndpoint.Map(group);
        RestoreTransactionEndpoint.Map(group);

        var imports = app.MapGroup("/api/v1/ledgers/{ledgerId:guid}/imports").WithTags("Imports");
        ImportFileEndpoint.Map(imports);
        ListImportsEndpoint.Map(imports);
        GetImportEndpoint.Map(imports);
        UndoImportEndpoint.Map(imports);
    }
}
