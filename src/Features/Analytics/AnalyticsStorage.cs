using Weasel.Postgresql.Tables;

namespace MyBudget.Features.Analytics;

internal sealed class AnalyticsStorage : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        var firsts = new Table(AnalyticsTables.FirstImports);
        firsts.AddColumn<Guid>("user_id").AsPrimaryKey();
        firsts.AddColumn("at", "timestamptz").NotNull();
        options.Storage.ExtendedSchemaObjects.Add(firsts);
    }
}
