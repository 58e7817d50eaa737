using MyBudget.Infrastructure.Operations.Health;
using MyBudget.Infrastructure.Operations.Hosting;

namespace MyBudget.Infrastructure.Database;

internal static class DatabaseSetup
{
    /// <summary>One pool of connections for all requests, and the checks that PostgreSQL is there with this version's schema.</summary>
    public static WebApplicationBuilder AddDatabase(this WebApplicationBuilder builder, string[] args)
    {
        // A migration or a recount takes as long as it takes.
        if (HostingSetup.NamesCommand(args))
            builder.Configuration[$"{DatabaseSettings.Section}:{nameof(DatabaseSettings.StatementTimeout)}"] = "0";

        var services = builder.Services;
        services.AddSettings<DatabaseSettings>(DatabaseSettings.Section, isForCommands: true);
        services.AddSingleton<IValidateOptions<DatabaseSettings>, DatabaseValidation>();
        services.AddSingleton(provider => DatabaseConnection.Create(
            provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<DatabaseHosts>(), "requests"));
        services.AddSingleton<DatabaseHosts>();
        services.AddSingleton<ExpectedSchema>();
        services.AddSingleton<DatabaseProbe>();
        services.AddHealthChecks()
            .AddCheck<StartupHealth>("startup", tags: [HealthSetup.Startup])
            .AddCheck<DatabaseProbe>("database", tags: [HealthSetup.Ready]);
        return builder;
    }
}
