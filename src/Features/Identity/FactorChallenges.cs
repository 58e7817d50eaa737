namespace MyBudget.Features.Identity;

/// <summary>
/// What a sign-in comes to whose first factor was right, where the user has a second one: good for five minutes, five tries, one sign-in, and
/// the installation that it was given to.
/// </summary>
internal sealed class FactorChallenges(IDocumentSession session, NpgsqlDataSource database, SecondFactors factors, TimeProvider time)
{
    public const string Table = "identity_factor_challenges";

    private const int MostTries = 5;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <param name="user">Whose first factor was right; their credentials are locked.</param>
    /// <param name="device">As the session will be called.</param>
    /// <param name="place">From where.</param>
    /// <param name="through">See <see cref="SignInSession"/>.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>Null for a user without a second factor. The caller saves.</returns>
    public async Task<FactorChallenge?> AskAsync(UserProfile user, string? device, Place place, string? through, CancellationToken cancellationToken)
    {
        if (!await factors.AnyAsync(user.Id, cancellationToken)) return null;

        var challenge = RefreshToken.Generate();
        var installation = place.Installation ?? Installation.Generate();
        var bound = (place with { Installation = installation }).InstallationKey!;
        session.Queue(
            $"""
             insert into {Table:raw} (id, user_id, installation, device, through, expires_at, tries)
             values ({RefreshToken.HashOf(challenge)}, {user.Id}, {bound}, {device}, {through}, {time.GetUtcNow() + Lifetime}, 0)
             """);
        return new FactorChallenge(challenge, (int)Lifetime.TotalSeconds, installation);
    }

    /// <summary>Counts a try before anything is checked, and at once, so that no burst has more of them.</summary>
    /// <returns>Null when there is none such, of this installation, that is still good.</returns>
    public Task<AskedChallenge?> TryAsync(string challenge, Place place, CancellationToken cancellationToken)
    {
        var id = RefreshToken.HashOf(challenge);
        return database.Sql(
            $"""
             update {Table:raw} set tries = tries + 1
             where id = {id} and installation = {place.InstallationKey ?? ""} and expires_at > {time.GetUtcNow()} and tries < {MostTries}
             returning user_id, device, through
             """).FirstOrDefaultAsync<AskedChallenge?>(
                row => new AskedChallenge(id, row.GetGuid(0), row.IsDBNull(1) ? null : row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2)),
                cancellationToken);
    }

    /// <summary>It is used up once the caller's transaction is committed; of several at once, one has it.</summary>
    public async Task<bool> EndAsync(AskedChallenge asked, CancellationToken cancellationToken) =>
        await session.Sql($"delete from {Table:raw} where id = {asked.Id}").ExecuteAsync(cancellationToken) == 1;
}

/// <summary>What is kept of a challenge.</summary>
/// <param name="Id">Its hash.</param>
internal sealed record AskedChallenge(string Id, Guid UserId, string? Device, string? Through);
