namespace MyBudget.Infrastructure.WebPush;

/// <summary>
/// The keys of this server: those of the configuration, and those that were made and are kept in the database, so that all replicas have
/// the same. Subscriptions go on with the key they were made with, and new ones are made with the newest.
/// </summary>
internal sealed class VapidKeys(NpgsqlDataSource database, IOptions<WebPushSettings> settings, TimeProvider time)
{
    /// <summary>How soon a replica offers a key that another has made.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly IReadOnlyList<VapidKey> _configured =
        [.. settings.Value.Keys.Where(pem => !string.IsNullOrWhiteSpace(pem)).Select(VapidKey.FromPem)];

    private volatile Known? _known;

    public bool IsConfigured => _configured.Count > 0;

    /// <summary>The key for a new subscription.</summary>
    public async ValueTask<VapidKey> OfferedAsync(CancellationToken cancellationToken)
    {
        if (IsConfigured) return _configured[0];

        var known = _known;
        if (known is null || time.GetElapsedTime(known.At) >= Fresh)
        {
            try
            {
                known = await ReadAsync(cancellationToken);
            }
            catch (Exception failure) when (known is not null && failure is NpgsqlException or TimeoutException)
            {
                // What was offered before is as good while the database is away, which is not asked at every request.
                _known = known with { At = time.GetTimestamp() };
            }
        }

        return known!.Keys.Count > 0 ? known.Keys[0] : await MakeAsync(generation: 1, cancellationToken);
    }

    /// <summary>The key that a subscription was made with; null for one that is not, or no longer, this server's.</summary>
    public async ValueTask<VapidKey?> FindAsync(string publicKey, CancellationToken cancellationToken) =>
        _configured.FirstOrDefault(key => key.PublicKey == publicKey) ?? _known?.Find(publicKey) ?? (await ReadAsync(cancellationToken)).Find(publicKey);

    /// <summary>Makes a key that is offered from now on.</summary>
    public async Task<VapidKey> RenewAsync(CancellationToken cancellationToken)
    {
        var newest = await database.Sql($"select coalesce(max(generation), 0) from {VapidKeysTable.Name:raw}").ScalarAsync<int>(cancellationToken);
        return await MakeAsync(newest + 1, cancellationToken);
    }

    /// <summary>Where several make a key at once, all take that of the first.</summary>
    private async Task<VapidKey> MakeAsync(int generation, CancellationToken cancellationToken)
    {
        var made = VapidKey.Create();
        await database.Sql(
            $"""
             insert into {VapidKeysTable.Name:raw} (generation, public_key, private_key, made_at)
             values ({generation}, {made.PublicKey}, {made.ToStored()}, {time.GetUtcNow()}) on conflict do nothing
             """).ExecuteAsync(cancellationToken);
        return (await ReadAsync(cancellationToken)).Keys[0];
    }

    private async Task<Known> ReadAsync(CancellationToken cancellationToken)
    {
        var at = time.GetTimestamp();
        var keys = await database.Sql($"select private_key from {VapidKeysTable.Name:raw} order by generation desc")
            .ListAsync(row => VapidKey.FromStored(row.GetFieldValue<byte[]>(0)), cancellationToken);
        return _known = new Known(keys, at);
    }

    private sealed record Known(IReadOnlyList<VapidKey> Keys, long At)
    {
        public VapidKey? Find(string publicKey) => Keys.FirstOrDefault(key => key.PublicKey == publicKey);
    }
}
