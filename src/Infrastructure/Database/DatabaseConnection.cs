namespace MyBudget.Infrastructure.Database;

/// <summary>How the configuration says to reach PostgreSQL. What the connection string itself sets is left alone.</summary>
internal static class DatabaseConnection
{
    public static string? ConnectionStringOrNull(this IConfiguration configuration) =>
        configuration[DatabaseSettings.Key] is { Length: > 0 } configured ? configured
        : configuration["MYBUDGET_DATABASE"] is { Length: > 0 } environment ? environment
        : null;

    /// <summary>How many hosts the database may be on.</summary>
    public static int Hosts(IConfiguration configuration) =>
        new NpgsqlConnectionStringBuilder(configuration.ConnectionStringOrNull()).Host?.Split(',').Length ?? 1;

    /// <param name="name">What its pool is called in metrics; otherwise that would be the connection string.</param>
    public static NpgsqlDataSource Create(
        IConfiguration configuration, DatabaseHosts known, string name, Action<NpgsqlConnectionStringBuilder>? adjust = null)
    {
        var settings = configuration.GetSection(DatabaseSettings.Section).Get<DatabaseSettings>() ?? new DatabaseSettings();
        var connection = Describe(settings, configuration);
        adjust?.Invoke(connection);
        var other = settings.OtherPassword is { Length: > 0 } second && second != connection.Password ? second : null;
        var either = other is null
            ? null
            : new EitherPassword(connection.ConnectionString, connection.Password ?? string.Empty, other, TimeProvider.System);
        var hosts = connection.Host!.Split(',').Length;
        // Npgsql takes it from the data source instead when there is one for all hosts.
        if (hosts > 1) connection.Remove("Target Session Attributes");
        if (either is not null) connection.Password = null;
        var builder = new NpgsqlDataSourceBuilder(connection.ConnectionString) { Name = name };
        if (either is not null) builder.UsePasswordProvider(_ => either.Latest, either.ChooseAsync);
        return hosts > 1 ? known.Primary(builder.BuildMultiHost()) : builder.Build();
    }

    private static NpgsqlConnectionStringBuilder Describe(DatabaseSettings settings, IConfiguration configuration)
    {
        if (settings.Faults(configuration).ToList() is { Count: > 0 } faults) throw new InvalidOperationException(string.Join(' ', faults));

        var connection = new NpgsqlConnectionStringBuilder(configuration.ConnectionStringOrNull()) { ApplicationName = "mybudget" };
        if (!string.IsNullOrEmpty(settings.Password)) connection.Password = settings.Password;
        // ContainsKey would say yes to every keyword that Npgsql knows. The hot statements have few shapes; preparing them saves the
        // server's planning.
        if (!connection.ShouldSerialize("Max Auto Prepare")) connection.MaxAutoPrepare = 100;
        if (!connection.ShouldSerialize("Auto Prepare Min Usages")) connection.AutoPrepareMinUsages = 2;
        if (!connection.ShouldSerialize("Maximum Pool Size")) connection.MaxPoolSize = settings.PoolSize;
        if (!connection.ShouldSerialize("Command Timeout")) connection.CommandTimeout = 15;
        // Nothing here changes a session's state outside its transaction, so there is nothing to reset before every use.
        if (!connection.ShouldSerialize("No Reset On Close")) connection.NoResetOnClose = true;
        if (connection.Host!.Contains(',', StringComparison.Ordinal))
        {
            // A host that is away is waited for so long, by the next caller, and not asked again for a while: see DatabaseHosts.
            if (!connection.ShouldSerialize("Timeout")) connection.Timeout = 2;
            if (!connection.ShouldSerialize("Host Recheck Seconds")) connection.HostRecheckSeconds = 600;
        }

        if (!connection.ShouldSerialize("Options") && settings.StatementTimeout > TimeSpan.Zero)
            connection.Options = Limits(settings.StatementTimeout);
        return connection;
    }

    private const string KeepAlive = "-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3";

    /// <summary>
    /// A dead client is found out by its connection, within a second while a statement runs, so that nobody waits for what it had locked.
    /// Statements are short here: compiling one takes longer than running it.
    /// </summary>
    private static string Limits(TimeSpan statement) => string.Create(
        CultureInfo.InvariantCulture,
        $"-c statement_timeout={statement.TotalMilliseconds:0} -c jit=off -c client_connection_check_interval=1000 {KeepAlive}");
}
