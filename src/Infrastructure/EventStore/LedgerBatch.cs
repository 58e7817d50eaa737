namespace MyBudget.Infrastructure.EventStore;

/// <summary>Statements that go to PostgreSQL together, in order: one round trip, however many they are.</summary>
public sealed class LedgerBatch
{
    private readonly List<NpgsqlBatchCommand> _commands = [];

    public bool IsEmpty => _commands.Count == 0;

    /// <param name="sql">With the values as <c>$1</c>, <c>$2</c> and so on. Keep it constant: PostgreSQL then plans it once.</param>
    /// <param name="values">What they stand for.</param>
    public void Add(string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        _commands.Add(command);
    }

    internal void Add(Sql sql) => _commands.Add(sql.ToBatchCommand());

    /// <summary>Sends what was added so far, and forgets it.</summary>
    public async Task ExecuteAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (IsEmpty) return;
        await using var batch = new NpgsqlBatch(connection);
        foreach (var command in _commands) batch.BatchCommands.Add(command);
        _commands.Clear();
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
