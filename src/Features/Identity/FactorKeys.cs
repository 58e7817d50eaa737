namespace MyBudget.Features.Identity;

/// <summary>
/// The keys by which secrets of second factors are encrypted: those of the configuration, and one that is made and kept in the database where
/// none is configured, so that all replicas have the same (docs/adr/0052).
/// </summary>
internal sealed class FactorKeys(NpgsqlDataSource database, IOptions<FactorSettings> settings)
{
    public const string Table = "identity_factor_keys";

    private readonly IReadOnlyList<FactorKey> _configured =
        [.. settings.Value.Keys.Where(key => !string.IsNullOrWhiteSpace(key)).Select(key => new FactorKey(Convert.FromBase64String(key)))];

    private volatile FactorKey? _kept;

    /// <summary>The key for what is encrypted now.</summary>
    public async ValueTask<FactorKey> NewestAsync(CancellationToken cancellationToken)
    {
        if (_configured.Count > 0) return _configured[0];
        if (_kept is { } known) return known;
        // Where several make one at once, all take that of the first.
        await database.Sql($"insert into {Table:raw} (id, key) values (1, {RandomNumberGenerator.GetBytes(FactorKey.Size)}) on conflict do nothing")
            .ExecuteAsync(cancellationToken);
        return (await ReadAsync(cancellationToken))!;
    }

    /// <summary>The key that has encrypted this; null when it is not among the server's any more.</summary>
    public async ValueTask<FactorKey?> FindAsync(byte[] box, CancellationToken cancellationToken)
    {
        if (_configured.FirstOrDefault(key => key.HasSealed(box)) is { } configured) return configured;
        return (_kept ?? await ReadAsync(cancellationToken)) is { } kept && kept.HasSealed(box) ? kept : null;
    }

    private async Task<FactorKey?> ReadAsync(CancellationToken cancellationToken) =>
        _kept = await database.Sql($"select key from {Table:raw}")
            .FirstOrDefaultAsync(row => new FactorKey(row.GetFieldValue<byte[]>(0)), cancellationToken);
}
