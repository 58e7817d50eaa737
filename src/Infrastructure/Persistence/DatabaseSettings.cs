namespace MyBudget.Infrastructure.Persistence;

internal static class DatabaseSettings
{
    /// <summary>The connection string's configuration key; <c>MYBUDGET_DATABASE</c> in the environment sets it too.</summary>
    public const string Key = "Database:ConnectionString";

    public static string? ConnectionStringOrNull(this IConfiguration configuration) =>
        configuration[Key] is { Length: > 0 } configured ? configured
        : configuration["MYBUDGET_DATABASE"] is { Length: > 0 } environment ? environment
        : null;

    public static string RequiredConnectionString(this IConfiguration configuration) =>
        configuration.ConnectionStringOrNull()
        ?? throw new InvalidOperationException($"No database is configured: set {Key} or MYBUDGET_DATABASE to a PostgreSQL connection string.");
}
