using System.Reflection;
using JasperFx;
using JasperFx.Events;
using JasperFx.MultiTenancy;
using MyBudget.Infrastructure.EventStore.Maintenance;
using MyBudget.Infrastructure.Operations.Retention;
using Weasel.Core;
using Weasel.Postgresql.Tables;

namespace MyBudget.Infrastructure.EventStore;

internal static class EventStoreSetup
{
    /// <summary>
    /// Marten on one shared data source. A ledger is a tenant; each feature adds its own events, documents and tables.
    /// </summary>
    public static WebApplicationBuilder AddEventStore(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<LedgerScope>();
        services.AddScoped<LedgerReader>();
        services.AddSingleton<LedgerEntities>();
        services.AddSingleton<LedgerTotals>();
        services.AddSingleton<EventNames>();
        services.AddSingleton<LedgerRowsAhead>();
        services.AddSingleton<LedgerRows>();
        services.AddSingleton<LedgerQueue>();
        services.AddScoped<LedgerCommits>();
        services.AddScoped<LedgerShare>();
        services.AddScoped<LedgerWriter>();
        services.AddSingleton<LedgerReference>();
        services.AddSingleton<OrderedIds>();
        services.AddScoped<LedgerReplay>();
        services.AddRetention();

        var marten = services.AddMarten(provider =>
            {
                var options = CreateOptions(provider.GetRequiredService<TimeProvider>());
                options.Listeners.AddRange(provider.GetServices<IDocumentSessionListener>());
                return options;
            })
            .UseNpgsqlDataSource()
            .BuildSessionsWith<LedgerSessionFactory>(ServiceLifetime.Scoped);
        if (builder.Environment.IsDevelopment()) marten.ApplyAllDatabaseChangesOnStartup();
        services.CritterStackDefaults(options => options.Production.ResourceAutoCreate = AutoCreate.None);

        foreach (var storage in Assembly.GetExecutingAssembly().GetTypes()
                     .Where(type => type.IsClass && type.IsAssignableTo(typeof(IConfigureMarten))))
        {
            services.AddSingleton(typeof(IConfigureMarten), storage);
        }

        // Last, as the tables are complete by then; Marten has no way of its own to say it.
        services.ConfigureMarten((provider, options) =>
        {
            foreach (var entity in provider.GetServices<LedgerEntity>().Where(entity => entity.ComputedColumns.Count > 0))
            {
                var table = options.Storage.FindFeature(entity.StateType).Objects.OfType<Table>().Single();
                foreach (var column in entity.ComputedColumns) table.AddColumn(column);
            }
        });

        return builder;
    }

    internal static StoreOptions CreateOptions(TimeProvider time)
    {
        var options = new StoreOptions();
        options.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase, StoredJson.Configure);
        options.Events.StreamIdentity = StreamIdentity.AsGuid;
        options.Events.AppendMode = EventAppendMode.Quick;
        options.Events.TenancyStyle = TenancyStyle.Conjoined;
        options.Events.TimeProvider = time;
        options.Events.UseMandatoryStreamTypeDeclaration = true;
        options.Events.MetadataConfig.HeadersEnabled = true;
        options.Policies.AllDocumentsAreMultiTenanted();
        options.Advanced.DefaultTenantUsageEnabled = false;
        options.DisableNpgsqlLogging = true;
        return options;
    }
}
