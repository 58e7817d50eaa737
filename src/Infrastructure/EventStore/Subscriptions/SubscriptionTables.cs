using Weasel.Postgresql.Tables;

namespace MyBudget.Infrastructure.EventStore.Subscriptions;

internal sealed class SubscriptionTables : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        // No index beside the key: only ledgers that were written to within the last moments are in it.
        var news = new Table(LedgerNews.Table);
        news.AddColumn<Guid>("ledger_id").AsPrimaryKey();
        news.AddColumn<long>("first_seq").NotNull();
        news.AddColumn<long>("last_seq").NotNull();
        news.AddColumn("since", "timestamptz").NotNull();
        news.AddColumn("held_until", "timestamptz");
        news.AddColumn<int>("attempts").NotNull().DefaultValue(0);
        news.AddColumn<long>("ticket").NotNull().DefaultValue(0L);

        var failures = new Table(FailedPages.Table);
        failures.AddColumn<Guid>("ledger_id").AsPrimaryKey();
        failures.AddColumn("subscriber", "text").AsPrimaryKey();
        failures.AddColumn<long>("from_revision").AsPrimaryKey();
        failures.AddColumn<long>("to_revision").NotNull();
        failures.AddColumn("failed_at", "timestamptz").NotNull();
        failures.AddColumn("reason", "text").NotNull();

        options.Storage.ExtendedSchemaObjects.Add(news);
        options.Storage.ExtendedSchemaObjects.Add(failures);
    }
}
