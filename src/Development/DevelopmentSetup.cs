using MyBudget.Development.Demo;
using MyBudget.Development.EmbeddedPostgres;
using MyBudget.Infrastructure.Operations.Hosting;
using MyBudget.Infrastructure.Outbox.Mail;

namespace MyBudget.Development;

/// <summary>What a development server brings along so that it runs without being configured. Production has none of it.</summary>
internal static class DevelopmentSetup
{
    /// <returns>Its PostgreSQL, where none is configured; the caller disposes it after the application has stopped.</returns>
    public static async Task<EmbeddedPostgresServer?> AddDevelopmentAsync(this WebApplicationBuilder builder, string[] args)
    {
        if (!builder.Environment.IsDevelopment()) return null;

        builder.Services.AddSingleton<IMailTransport, FileTransport>();
        if (!HostingSetup.NamesCommand(args))
        {
            builder.UseDevelopmentKey();
            builder.Services.AddHostedService<Announcement>();
            if (args.Contains(DemoHousehold.Switch)) builder.Services.AddHostedService<DemoHousehold>();
        }

        return builder.Configuration.ConnectionStringOrNull() is null ? await StartDatabaseAsync(builder.Configuration) : null;
    }

    private static async Task<EmbeddedPostgresServer> StartDatabaseAsync(ConfigurationManager configuration)
    {
        try
        {
            var server = await EmbeddedPostgresServer.StartAsync(
                new EmbeddedPostgresOptions { DataDirectory = Path.Combine(DataDirectory.Of(configuration), "postgres") }, CancellationToken.None);
            configuration[DatabaseSettings.Key] = server.ConnectionString;
            return server;
        }
        catch (EmbeddedPostgresException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            Environment.Exit(1);
            throw;
        }
    }

    private static void UseDevelopmentKey(this WebApplicationBuilder builder)
    {
        var keys = builder.Configuration.GetSection($"{TokenSettings.Section}:{nameof(TokenSettings.SigningKeys)}");
        if (keys.GetChildren().All(key => string.IsNullOrWhiteSpace(key.Value)))
            builder.Configuration[$"{keys.Path}:0"] = DevelopmentKey.ReadOrCreate(builder.Configuration);
    }
}
