namespace MyBudget.Infrastructure.Database;

/// <summary>Where a statement can run.</summary>
internal static class SqlExtensions
{
    /// <summary>Runs on a connection from the pool.</summary>
    public static SqlCall Sql(this NpgsqlDataSource database, Sql sql) => new(sql.Fill(database.CreateCommand()));

    /// <summary>Runs on this connection, within its transaction if it has one.</summary>
    public static SqlCall Sql(this NpgsqlConnection connection, Sql sql) => new(sql.Fill(connection.CreateCommand()));

    /// <summary>
    /// Runs on the connection that the session holds already, within its transaction if it has begun one: were each writer to wait for a
    /// second connection, many at once would wait for each other.
    /// </summary>
    public static SqlCall Sql(this IQuerySession session, Sql sql) => new(sql.Fill(new NpgsqlCommand()), session);

    /// <summary>Loads documents: the statement is what comes after <c>from</c>, where the document's table is called <c>d</c>.</summary>
    public static Task<IReadOnlyList<T>> DocumentsAsync<T>(this IQuerySession session, Sql sql, CancellationToken cancellationToken) =>
        sql.DocumentsAsync<T>(session, cancellationToken);

    /// <summary>Runs when the session is saved, after what was queued before it.</summary>
    public static void Queue(this IDocumentOperations session, Sql sql) => sql.Queue(session);

    /// <summary>Runs with the batch, after what was added before it.</summary>
    public static void Add(this NpgsqlBatch batch, Sql sql) => batch.BatchCommands.Add(sql.ToBatchCommand());
}
