namespace MyBudget.Infrastructure.Database;

/// <summary>
/// Finds which of two passwords the database takes at the moment. It is asked before every new connection of the pool, so that a
/// password can be changed while all replicas serve.
/// </summary>
internal sealed class EitherPassword(string connectionString, string first, string second, TimeProvider time)
{
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(5);

    private readonly Lock _choosing = new();
    private Task<string>? _choice;
    private long _chosenAt;
    private volatile string? _latest;

    /// <summary>For what cannot wait for the question.</summary>
    public string Latest => _latest ?? first;

    public async ValueTask<string> ChooseAsync(NpgsqlConnectionStringBuilder _, CancellationToken cancellationToken)
    {
        Task<string> choice;
        lock (_choosing)
        {
            if (_choice is null or { IsCompleted: true, IsCompletedSuccessfully: false } || time.GetElapsedTime(_chosenAt) > Trusted)
                (_choice, _chosenAt) = (TryAsync(), time.GetTimestamp());
            choice = _choice;
        }

        return await choice.WaitAsync(cancellationToken);
    }

    private async Task<string> TryAsync() => _latest = await IsTakenAsync(first) ? first : second;

    private async Task<bool> IsTakenAsync(string password)
    {
        var candidate = new NpgsqlConnectionStringBuilder(connectionString) { Password = password, Pooling = false };
        await using var connection = new NpgsqlConnection(candidate.ConnectionString);
        try
        {
            await connection.OpenAsync(CancellationToken.None);
            return true;
        }
        catch (PostgresException refused)
            when (refused.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification)
        {
            return false;
        }
    }
}
