using Weasel.Postgresql.Tables;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>The tables every write of a ledger goes through.</summary>
internal sealed class LedgerTables : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        var heads = new Table(EventTables.Heads);
        heads.AddColumn<Guid>("ledger_id").AsPrimaryKey();
        heads.AddColumn<long>("revision").NotNull().DefaultValue(0L);
        heads.AddColumn<long>("structure").NotNull().DefaultValue(0L);
        heads.AddColumn<Guid>("incarnation").NotNull();
        // The revision up to which totals were kept that former releases do not know; theirs leave it behind.
        heads.AddColumn<long>("counted").AllowNulls();

        var changes = new Table(EventTables.Changes);
        changes.AddColumn<Guid>("ledger_id").AsPrimaryKey();
        changes.AddColumn("kind", "text").AsPrimaryKey();
        changes.AddColumn<Guid>("entity_id").AsPrimaryKey();
        changes.AddColumn<long>("revision").NotNull();
        changes.AddColumn<bool>("deleted").NotNull();
        // In the order in which clients read it: a page costs what is on it, also within a revision that changed very much.
        changes.Indexes.Add(new IndexDefinition("ledger_changes_in_order") { Columns = ["ledger_id", "revision", "kind", "entity_id"] });

        EventsByRevision.AddTo(options);
        options.Storage.ExtendedSchemaObjects.Add(heads);
        options.Storage.ExtendedSchemaObjects.Add(changes);
    }
}
