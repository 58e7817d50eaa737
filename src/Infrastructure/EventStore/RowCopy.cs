namespace MyBudget.Infrastructure.EventStore;

internal static class RowCopy
{
    /// <summary>Stores rows as they are come to, however many they are.</summary>
    /// <param name="connection">Of the transaction.</param>
    /// <param name="into">The table and its columns.</param>
    /// <param name="rows">Gone through once.</param>
    /// <param name="write">Writes the columns of a row, in their order.</param>
    /// <param name="cancellationToken">Ends it, and nothing is stored.</param>
    public static async Task CopyAsync<TRow>(
        this NpgsqlConnection connection, string into, IEnumerable<TRow> rows, Func<NpgsqlBinaryImporter, TRow, Task> write,
        CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy {into} from stdin (format binary)", cancellationToken);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            await write(copy, row);
        }

        await copy.CompleteAsync(cancellationToken);
    }
}
