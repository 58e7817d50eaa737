namespace MyBudget.Infrastructure.Database;

/// <summary>Configuration section <c>Database</c>.</summary>
public sealed class DatabaseSettings
{
    public const string Section = "Database";

    /// <summary>The connection string's configuration key; <c>MYBUDGET_DATABASE</c> in the environment sets it too.</summary>
    public const string Key = $"{Section}:{nameof(ConnectionString)}";

    /// <summary>May name several hosts, <c>Host=pg1,pg2,pg3</c>: the one that takes writes is used, and its successor after a failover.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Takes the place of the connection string's password, so that only the password has to be a secret.</summary>
    public string? Password { get; set; }

    /// <summary>Tried where the other is refused: while the password is changed, replicas know both.</summary>
    public string? OtherPassword { get; set; }

    /// <summary>How many replicas run, beside the one more that a rolling update starts.</summary>
    public int Replicas { get; set; } = 1;

    /// <summary>What PostgreSQL admits, its <c>max_connections</c>.</summary>
    public int MaxConnections { get; set; } = 100;

    /// <summary>PostgreSQL gives up a statement after this, also when the client that sent it is gone. 0 for never, as it is for commands.</summary>
    public TimeSpan StatementTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>For backups, monitoring, migrations and an operator.</summary>
    private const int KeptForOthers = 15;

    /// <summary>More connections than this only make a small server's database slower.</summary>
    private const int LargestPool = 30;

    private const int SmallestPool = 5;

    /// <summary>Connections of one replica's pool: all replicas, and one that is being replaced, have to fit with a probe each.</summary>
    public int PoolSize => Math.Min(LargestPool, (MaxConnections - KeptForOthers) / (Replicas + 1) - 1);

    internal IEnumerable<string> Faults(IConfiguration configuration)
    {
        if (Replicas < 1) yield return $"{Section}:{nameof(Replicas)} is at least 1.";
        else if (PoolSize < SmallestPool)
        {
            yield return $"{Section}:{nameof(MaxConnections)} leaves {Replicas} replicas fewer than {SmallestPool} connections each: "
                + "raise it, and PostgreSQL's max_connections.";
        }

        if (StatementTimeout < TimeSpan.Zero) yield return $"{Section}:{nameof(StatementTimeout)} is 0 or more.";
        if (configuration.ConnectionStringOrNull() is not { } connection)
            yield return $"No database is configured: set {Key} or MYBUDGET_DATABASE to a PostgreSQL connection string.";
        else if (!CanRead(connection)) yield return $"{Key} (or MYBUDGET_DATABASE) is not a PostgreSQL connection string.";
    }

    private static bool CanRead(string connection)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connection).Host is { Length: > 0 };
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException)
        {
            return false;
        }
    }
}
