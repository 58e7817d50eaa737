namespace MyBudget.Development.EmbeddedPostgres;

/// <summary>Where the embedded PostgreSQL keeps its data, and how it is run.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>The cluster's directory; its lock and half-made predecessor lie beside it, under the same name.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The directory of PostgreSQL's programs; null looks where <c>./mybudget install</c> puts them.</summary>
    public string? BinariesDirectory { get; init; }

    /// <summary>Server settings by name, over the defaults; <c>fsync</c> off is for data that nobody will miss.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How long to wait for another process that holds the data directory, such as one still shutting down.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(15);
}
