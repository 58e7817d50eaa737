using System.Data.Common;
using System.Runtime.CompilerServices;

namespace MyBudget.Infrastructure.Database;

/// <summary>A statement and where it runs; it runs once, by one of the methods: <c>database.Sql($"...").ListAsync(...)</c>.</summary>
/// <param name="session">Marten's session if it runs there; otherwise the command knows its connection.</param>
internal sealed class SqlCall(NpgsqlCommand command, IQuerySession? session = null)
{
    private Func<DbDataReader?, bool>? _admits;

    /// <summary>
    /// Asks once before any row is handed out, with the first row or with null where there is none: whether that row counts. What it
    /// throws ends the call.
    /// </summary>
    public SqlCall Admitting(Func<DbDataReader?, bool> admits)
    {
        _admits = admits;
        return this;
    }

    /// <summary>For maintenance, which takes as long as it takes.</summary>
    public SqlCall WithoutTimeout()
    {
        command.CommandTimeout = 0;
        return this;
    }

    /// <summary>Reads row by row. The row is always the same object, at another place: what is needed of it is taken at once.</summary>
    public async IAsyncEnumerable<DbDataReader> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var owned = command;
        await using var reader = session is null
            ? await command.ExecuteReaderAsync(cancellationToken)
            : await session.ExecuteReaderAsync(command, cancellationToken);
        var hasRow = await reader.ReadAsync(cancellationToken);
        if (_admits?.Invoke(hasRow ? reader : null) is false) hasRow = await reader.ReadAsync(cancellationToken);
        for (; hasRow; hasRow = await reader.ReadAsync(cancellationToken)) yield return reader;
    }

    public async Task<IReadOnlyList<T>> ListAsync<T>(Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var list = new List<T>();
        await foreach (var row in RowsAsync(cancellationToken)) list.Add(read(row));
        return list;
    }

    /// <summary>The default of its type when there is no row.</summary>
    public async Task<T?> FirstOrDefaultAsync<T>(Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await foreach (var row in RowsAsync(cancellationToken)) return read(row);
        return default;
    }

    /// <summary>The first column of the first row; the default of its type when that is null or there is no row.</summary>
    public Task<T?> ScalarAsync<T>(CancellationToken cancellationToken) =>
        FirstOrDefaultAsync(row => row.IsDBNull(0) ? default : row.GetFieldValue<T>(0), cancellationToken);

    public Task<bool> AnyAsync(CancellationToken cancellationToken) => FirstOrDefaultAsync(_ => true, cancellationToken);

    /// <summary>Answers with the number of rows that it changed.</summary>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        if (_admits is not null) throw new InvalidOperationException("What has to be admitted is read, not executed.");
        await using var owned = command;
        return session is null
            ? await command.ExecuteNonQueryAsync(cancellationToken)
            : await session.ExecuteAsync(command, cancellationToken);
    }
}
