using Marten;
using Weasel.Postgresql.Tables;

namespace MyBudget.Infrastructure.EventStore.Subscriptions;

internal sealed class SubscriptionTables : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        var failures = new Table(FailedPages.Table);
        failures.AddColumn<Guid>("ledger_id").AsPrimaryKey();
        failures.AddColumn("subscriber", "text").AsPrimaryKey();
        failures.AddColumn<long>("from_revision").AsPrimaryKey();
        failures.AddColumn<long>("to_revision").NotNull();
        failures.AddColumn("failed_at", "timestamptz").NotNull();
        failures.AddColumn("reason", "text").NotNull();
        options.Storage.ExtendedSchemaObjects.Add(failures);
    }
}
