using Npgsql;

namespace MyBudget.Development.EmbeddedPostgres;

/// <summary>Connection strings and databases of a server that is reached over its socket.</summary>
internal sealed record PostgresSocket(string Directory)
{
    // Only part of the socket's name: nothing listens on it.
    public const int Port = 5432;

    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = Directory,
        Port = Port,
        Username = PostgresCluster.Owner,
        Database = database,
        SslMode = SslMode.Disable,
    }.ConnectionString;

    public async Task EnsureDatabaseAsync(string database, CancellationToken cancellationToken)
    {
        var maintenance = new NpgsqlConnectionStringBuilder(ConnectionString("postgres")) { Pooling = false };
        await using var connection = new NpgsqlConnection(maintenance.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        if (!await connection.Sql($"select from pg_database where datname = {database}").AnyAsync(cancellationToken))
            await connection.Sql($"create database {Sql.Name(database)}").ExecuteAsync(cancellationToken);
    }
}
