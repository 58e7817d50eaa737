namespace MyBudget.Features.Identity;

/// <summary>
/// From which networks and installations a user has signed in before: what strangers try elsewhere does not shut these out
/// (docs/adr/0050). Kept as hashes.
/// </summary>
internal sealed class KnownPlaces(IDocumentSession session, TimeProvider time)
{
    public const string Table = "identity_known_places";

    private const int MostPerUser = 50;

    /// <param name="userId">Null where nobody has the address; takes as long.</param>
    /// <param name="network">Of the request.</param>
    /// <param name="installation">The secret that came with the request.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<Place> FindAsync(Guid? userId, string network, string? installation, CancellationToken cancellationToken)
    {
        var place = new Place(network, installation);
        var known = await session.Sql(
                $"select place from {Table:raw} where user_id = {userId ?? Guid.Empty} and place = any({place.Keys})")
            .ListAsync(row => row.GetString(0), cancellationToken);
        return place with
        {
            IsKnownNetwork = known.Contains(place.NetworkKey),
            IsKnownInstallation = place.InstallationKey is { } key && known.Contains(key),
        };
    }

    /// <summary>Who signed in there comes back. The user's credentials are locked, or new; the caller saves.</summary>
    public void Remember(Guid userId, Place place)
    {
        var now = time.GetUtcNow();
        session.Queue(
            $"""
             insert into {Table:raw} (user_id, place, used_at) select {userId}, place, {now} from unnest({place.Keys}) place
             on conflict (user_id, place) do update set used_at = excluded.used_at
             """);
        session.Queue(
            $"""
             delete from {Table:raw} where user_id = {userId} and place in (
               select place from {Table:raw} where user_id = {userId} order by used_at desc, place offset {MostPerUser})
             """);
    }

    /// <summary>Whoever signed in there is told of, and counted, as anybody from now on.</summary>
    public void Forget(Guid userId) => session.Queue($"delete from {Table:raw} where user_id = {userId}");

    public void Forget(Guid userId, string installationKey) =>
        session.Queue($"delete from {Table:raw} where user_id = {userId} and place = {installationKey}");
}

/// <summary>Where a request comes from, and whether the user has signed in there before.</summary>
/// <param name="Network">As <see cref="Caller"/> has it.</param>
/// <param name="Installation">The secret of the client's installation, if it has one.</param>
internal sealed record Place(string Network, string? Installation, bool IsKnownNetwork = false, bool IsKnownInstallation = false)
{
    public bool IsKnown => IsKnownNetwork || IsKnownInstallation;

    public string NetworkKey => Hash($"network|{Network}");

    public string? InstallationKey => Installation is null ? null : Hash($"installation|{Installation}");

    public string[] Keys => InstallationKey is { } key ? [NetworkKey, key] : [NetworkKey];

    /// <summary>As whom failed attempts on an account are counted.</summary>
    public AttemptFrom From => new(Network, IsKnownInstallation ? InstallationKey : null, IsKnownNetwork);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
