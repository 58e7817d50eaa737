namespace MyBudget.Features.Identity;

/// <summary>
/// Codes for who has lost the app that makes the others; each is good once. Kept as hashes, which are quick to make: at 118 bits, more than
/// ASVS 5.0 asks of such codes (6.5.2), nobody guesses one.
/// </summary>
internal sealed class RecoveryCodes(IDocumentSession session)
{
    public const string Table = "identity_recovery_codes";
    public const int Count = 10;

    /// <summary>So few that their user is told to make new ones.</summary>
    public const int Few = 3;

    private const int Length = 24;
    private const int Group = 4;

    /// <summary>Without what looks like something else on paper.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    public Task<long> LeftAsync(Guid userId, CancellationToken cancellationToken) =>
        session.Sql($"select count(*) from {Table:raw} where user_id = {userId}").ScalarAsync<long>(cancellationToken);

    /// <summary>New ones in place of all before. The user's credentials are locked; the caller saves, and shows them.</summary>
    public IReadOnlyList<string> Renew(Guid userId)
    {
        Drop(userId);
        var codes = Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Alphabet, Length)).ToArray();
        string[] hashes = [.. codes.Select(code => HashOf(userId, code))];
        session.Queue($"insert into {Table:raw} (user_id, hash) select {userId}, hash from unnest({hashes}) hash");
        return [.. codes.Select(code => string.Join('-', code.Chunk(Group).Select(part => new string(part))))];
    }

    /// <summary>Whether the user has it, at this moment.</summary>
    public Task<bool> HasAsync(Guid userId, string code, CancellationToken cancellationToken) =>
        session.Sql($"select from {Table:raw} where user_id = {userId} and hash = {HashOf(userId, code)}").AnyAsync(cancellationToken);

    /// <summary>Of several that show it at once, one has it. It is gone once the caller's transaction is committed.</summary>
    public async Task<bool> BurnAsync(Guid userId, string code, CancellationToken cancellationToken) =>
        await session.Sql($"delete from {Table:raw} where user_id = {userId} and hash = {HashOf(userId, code)}").ExecuteAsync(cancellationToken) == 1;

    public void Drop(Guid userId) => session.Queue($"delete from {Table:raw} where user_id = {userId}");

    private static string HashOf(Guid userId, string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{userId:D}|{code.ToLowerInvariant()}")));
}
