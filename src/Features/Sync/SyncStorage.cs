using Weasel.Postgresql.Tables;

namespace MyBudget.Features.Sync;

internal sealed class SyncStorage : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        var outcomes = new Table(KeptOutcomes.Table);
        outcomes.AddColumn<Guid>("ledger_id").AsPrimaryKey();
        outcomes.AddColumn<Guid>("user_id").AsPrimaryKey();
        outcomes.AddColumn<Guid>("operation_id").AsPrimaryKey();
        outcomes.AddColumn<Guid>("entity_id").NotNull();
        outcomes.AddColumn("content", "bytea").NotNull();
        outcomes.AddColumn<bool>("creates").NotNull();
        outcomes.AddColumn<bool>("refused").NotNull();
        outcomes.AddColumn<int>("version_before").NotNull();
        outcomes.AddColumn("outcome", "text").NotNull();
        outcomes.AddColumn("at", "timestamptz").NotNull();
        outcomes.Indexes.Add(new IndexDefinition("sync_outcomes_refused")
        {
            Columns = ["ledger_id", "user_id", "entity_id"],
            Predicate = "creates and refused",
        });
        outcomes.Indexes.Add(new IndexDefinition("sync_outcomes_by_age") { Columns = ["at"] });
        options.Storage.ExtendedSchemaObjects.Add(outcomes);
    }
}
