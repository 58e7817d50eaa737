using static BCrypt.Net.BCrypt;

namespace MyBudget.Infrastructure.Security;

/// <summary>
/// BCrypt over the Base64 of the password's SHA-384. BCrypt by itself ignores all after 72 bytes or a NUL; the 64 characters of
/// the digest carry any password whole. The same text in another Unicode form is the same password (NFC, as in RFC 8265).
/// </summary>
public sealed class PasswordHasher(IOptions<PasswordSettings> settings) : IDisposable
{
    private readonly int _cost = settings.Value.WorkFactor;
    private readonly Lazy<string> _nobodys = new(() => Hash(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), settings.Value.WorkFactor));

    // A burst of sign-ins may keep all cores busy, but not all threads.
    private readonly SemaphoreSlim _turns = new(Environment.ProcessorCount);

    public Task<string> HashAsync(string password, CancellationToken cancellationToken) =>
        InTurnAsync(() => Hash(password, _cost), cancellationToken);

    /// <summary>
    /// Whether the password belongs to the hash. Without a hash the answer is no, after the same work, so that the time does not
    /// tell whether there is such an account.
    /// </summary>
    public async Task<bool> VerifyAsync(string? hash, string password, CancellationToken cancellationToken)
    {
        // Made at the first sign-in of all, of a known user or not: else that of the first unknown user would take twice as long.
        var nobodys = _nobodys.Value;
        var matches = await InTurnAsync(() => EnhancedVerify(Canonical(password), hash ?? nobodys), cancellationToken);
        return matches && hash is not null;
    }

    /// <summary>Whether the configured cost has risen since the hash was made.</summary>
    public bool NeedsRehash(string hash) => PasswordNeedsRehash(hash, _cost);

    public void Dispose() => _turns.Dispose();

    private static string Hash(string password, int cost) => EnhancedHashPassword(Canonical(password), cost);

    private static string Canonical(string password) => UnicodeForm.Of(password, NormalizationForm.FormC);

    private async Task<T> InTurnAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            return work();
        }
        finally
        {
            _turns.Release();
        }
    }
}
