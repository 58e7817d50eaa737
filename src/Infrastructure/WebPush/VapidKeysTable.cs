using Weasel.Postgresql.Tables;

namespace MyBudget.Infrastructure.WebPush;

/// <summary>Keys that were made here because none is configured, each with the number of its generation, which only one replica can take.</summary>
internal sealed class VapidKeysTable : IConfigureMarten
{
    public const string Name = "vapid_keys";

    public void Configure(IServiceProvider services, StoreOptions options)
    {
        var keys = new Table(Name);
        keys.AddColumn<int>("generation").AsPrimaryKey();
        keys.AddColumn("public_key", "text").NotNull();
        keys.AddColumn("private_key", "bytea").NotNull();
        keys.AddColumn("made_at", "timestamptz").NotNull();
        options.Storage.ExtendedSchemaObjects.Add(keys);
    }
}
