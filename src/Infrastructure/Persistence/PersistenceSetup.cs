using System.Reflection;
using JasperFx;
using JasperFx.Events;
using JasperFx.MultiTenancy;
using Marten;
using MyBudget.Infrastructure.Persistence.Maintenance;
using Npgsql;
using Weasel.Core;

namespace MyBudget.Infrastructure.Persistence;

internal static class PersistenceSetup
{
    /// <summary>
    /// Marten on one shared data source. A ledger is a tenant; each feature adds its own events, documents and tables.
    /// </summary>
    public static WebApplicationBuilder AddPersistence(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(provider => CreateDataSource(provider.GetRequiredService<IConfiguration>()));
        services.AddScoped<LedgerScope>();
        services.AddSingleton<LedgerCommitListener>();
        services.AddSingleton<LedgerReference>();
        services.AddSingleton<SharedCommits>();
        services.AddSingleton<OrderedIds>();
        services.AddScoped(typeof(BulkAppend<>));
        services.AddScoped<LedgerReplay>();

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

        return builder;
    }

    private static NpgsqlDataSource CreateDataSource(IConfiguration configuration)
    {
        var connection = new NpgsqlConnectionStringBuilder(configuration.RequiredConnectionString()) { ApplicationName = "mybudget" };
        // ContainsKey would say yes to every keyword that Npgsql knows. The hot statements have few shapes; preparing them saves the
        // server's planning.
        if (!connection.ShouldSerialize("Max Auto Prepare")) connection.MaxAutoPrepare = 100;
        if (!connection.ShouldSerialize("Auto Prepare Min Usages")) connection.AutoPrepareMinUsages = 2;
        // PostgreSQL admits 100 by default: two replicas, a rolling update's third and maintenance have to fit.
        if (!connection.ShouldSerialize("Maximum Pool Size")) connection.MaxPoolSize = 30;
        if (!connection.ShouldSerialize("Command Timeout")) connection.CommandTimeout = 15;
        // Nothing here changes a session's state outside its transaction, so there is nothing to reset before every use.
        if (!connection.ShouldSerialize("No Reset On Close")) connection.NoResetOnClose = true;
        return new NpgsqlDataSourceBuilder(connection.ConnectionString).Build();
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
        options.Events.UseAdvisoryLockTransaction = true;
        options.Events.MetadataConfig.HeadersEnabled = true;
        options.Policies.AllDocumentsAreMultiTenanted();
        options.Advanced.DefaultTenantUsageEnabled = false;
        options.DisableNpgsqlLogging = true;
        return options;
    }
}
