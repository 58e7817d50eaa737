using Weasel.Postgresql.Tables;

namespace MyBudget.Infrastructure.Outbox;

internal sealed class OutboxTable : IConfigureMarten
{
    public const string Name = "outbox";

    public void Configure(IServiceProvider services, StoreOptions options)
    {
        var outbox = new Table(Name);
        outbox.AddColumn<Guid>("id").AsPrimaryKey();
        outbox.AddColumn("channel", "text").NotNull();
        outbox.AddColumn<Guid>("user_id");
        outbox.AddColumn("payload", "jsonb").NotNull();
        outbox.AddColumn("created_at", "timestamptz").NotNull();
        // Claiming a message moves this to the end of the claim, so that one whose sender died falls due again by itself.
        outbox.AddColumn("due_at", "timestamptz").NotNull();
        outbox.AddColumn("expires_at", "timestamptz").NotNull();
        outbox.AddColumn<int>("attempts").NotNull();
        outbox.AddColumn<long>("ticket").NotNull();
        outbox.AddColumn("parked_at", "timestamptz");
        outbox.AddColumn("last_failure", "text");
        outbox.Indexes.Add(new IndexDefinition("outbox_due") { Columns = ["channel", "due_at"], Predicate = "parked_at is null" });
        outbox.Indexes.Add(new IndexDefinition("outbox_user") { Columns = ["user_id"] });
        options.Storage.ExtendedSchemaObjects.Add(outbox);
    }
}
