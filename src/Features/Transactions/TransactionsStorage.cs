using Weasel.Postgresql.Tables;

namespace MyBudget.Features.Transactions;

internal sealed class TransactionsStorage : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        options.Policies.ForAllDocuments(mapping =>
        {
            if (mapping.DocumentType == typeof(Transaction)) TransactionTable.Configure(mapping);
            if (mapping.DocumentType == typeof(AccountReconciliation)) ReconciliationTable.Configure(mapping);
        });

        foreach (var needed in TransactionText.Needs) options.Storage.ExtendedSchemaObjects.Add(needed);

        var totals = new Table(DayTotals.Table);
        totals.AddColumn<Guid>("ledger_id").AsPrimaryKey();
        totals.AddColumn<DateOnly>("date").AsPrimaryKey();
        totals.AddColumn<Guid>("account_id").AsPrimaryKey();
        totals.AddColumn<Guid>("category_id").AsPrimaryKey();
        totals.AddColumn<long>("inflow").NotNull();
        totals.AddColumn<long>("outflow").NotNull();
        totals.AddColumn<int>("entries").NotNull();
        options.Storage.ExtendedSchemaObjects.Add(totals);
        options.Storage.ExtendedSchemaObjects.Add(ReceiptTable.Create());
    }
}
