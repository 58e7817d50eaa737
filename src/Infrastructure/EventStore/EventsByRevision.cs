using System.Data.Common;
using Weasel.Core;
using Weasel.Core.Migrations;
using Weasel.Postgresql;
using DbCommandBuilder = Weasel.Core.DbCommandBuilder;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>
/// An index by which a ledger's events are found by their revision, and within that by their name. Marten has no way to be told of an index
/// on its own table but this: to leave it alone, and to make it once the table is there.
/// </summary>
internal sealed class EventsByRevision(string schema, Migrator migrator) : FeatureSchemaBase(nameof(EventsByRevision), migrator)
{
    /// <summary>What the index is of; statements that are to use it say it to the letter.</summary>
    public const string Revision = $"(headers ->> '{LedgerRevision.Header}')::bigint";

    private const string Name = "mt_events_by_revision";

    public static void AddTo(StoreOptions options)
    {
        options.Events.IgnoreIndex(Name);
        options.Storage.Add(new EventsByRevision(options.Events.DatabaseSchemaName, options.Advanced.Migrator));
    }

    protected override IEnumerable<ISchemaObject> schemaObjects() => [new Index(schema)];

    private sealed class Index(string schema) : ISchemaObject
    {
        public DbObjectName Identifier { get; } = new PostgresqlObjectName(schema, Name, SchemaUtils.IdentifierUsage.General);

        public void WriteCreateStatement(Migrator migrator, TextWriter writer) =>
            writer.WriteLine($"create index if not exists {Name} on {schema}.{EventTables.Events} (tenant_id, ({Revision}), type);");

        public void WriteDropStatement(Migrator rules, TextWriter writer) => writer.WriteLine($"drop index if exists {Identifier};");

        public void ConfigureQueryCommand(DbCommandBuilder builder) =>
            builder.Append($"select indexname from pg_indexes where schemaname = '{schema}' and indexname = '{Name}';");

        public async Task<ISchemaObjectDelta> CreateDeltaAsync(DbDataReader reader, CancellationToken ct = default) =>
            new SchemaObjectDelta(this, await reader.ReadAsync(ct) ? SchemaPatchDifference.None : SchemaPatchDifference.Create);

        public IEnumerable<DbObjectName> AllNames() => [Identifier];
    }
}
