using MyBudget.Development.EmbeddedPostgres;

namespace MyBudget.Development;

/// <summary>A development server without a configured database brings its own, in the data directory.</summary>
internal static class DevelopmentDatabase
{
    /// <summary>Starts it where it is needed; the caller disposes it after the application has stopped.</summary>
    public static async Task<EmbeddedPostgresServer?> StartDevelopmentDatabaseAsync(this WebApplicationBuilder builder)
    {
        if (builder.Configuration.ConnectionStringOrNull() is not null) return null;

        try
        {
            var server = await EmbeddedPostgresServer.StartAsync(
                new EmbeddedPostgresOptions { DataDirectory = Path.Combine(DataDirectory.Of(builder.Configuration), "postgres") },
                CancellationToken.None);
            builder.Configuration[DatabaseSettings.Key] = server.ConnectionString;
            return server;
        }
        catch (EmbeddedPostgresException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            Environment.Exit(1);
            throw;
        }
    }
}
