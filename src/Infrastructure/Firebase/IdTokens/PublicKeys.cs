using Microsoft.IdentityModel.Tokens;

namespace MyBudget.Infrastructure.Firebase.IdTokens;

/// <summary>
/// Google's keys, kept for as long as its answer allows. A key that is not among them makes for one more look, since they rotate,
/// but a client that sends made-up key ids cannot make this server ask more often than once in <see cref="Pause"/>.
/// </summary>
/// <remarks>
/// The library's own <c>ConfigurationManager</c> would not do: it does not read <c>max-age</c>, takes no clock, and unless a switch
/// of the whole process says otherwise, refuses the first token of a new key while it looks for that key in the background.
/// </remarks>
internal sealed partial class PublicKeys(
    IHttpClientFactory clients, IOptions<FirebaseSettings> settings, TimeProvider time, ILogger<PublicKeys> logger) : IDisposable
{
    /// <summary>Between two requests for the keys that nothing but a stranger's token or a failure asks for.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>How long keys are still trusted after their time when Google gives no newer ones.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private readonly SemaphoreSlim _turn = new(1);
    private volatile Known _known = new(new Dictionary<string, SecurityKey>(StringComparer.Ordinal), Until: DateTimeOffset.MinValue);
    private DateTimeOffset _nextTry = DateTimeOffset.MinValue;
    private bool _isAway;

    /// <summary>The key of this id; null when Google has none such.</summary>
    /// <exception cref="ProblemException">503: Google, who could tell, gives no answer.</exception>
    public async Task<SecurityKey?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var trusted = Trusted(id, now);
        if (trusted is not null && now < _known.Until) return trusted;

        // A caller with a key that was good just now need not wait for another's request.
        if (!await _turn.WaitAsync(trusted is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellationToken)) return trusted;
        try
        {
            now = time.GetUtcNow();
            var isDue = now >= _known.Until || !_known.Keys.ContainsKey(id);
            if (isDue && now >= _nextTry) await RefreshAsync(now, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }

        return Trusted(id, now) ?? (_isAway ? throw FirebaseAuth.Unavailable() : null);
    }

    public void Dispose() => _turn.Dispose();

    private SecurityKey? Trusted(string id, DateTimeOffset now) =>
        now < _known.Until + Patience ? _known.Keys.GetValueOrDefault(id) : null;

    private async Task RefreshAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        _nextTry = now + Pause;
        try
        {
            using var client = clients.CreateClient(IdTokensSetup.Client);
            using var response = await client.GetAsync(settings.Value.KeysAddress, cancellationToken);
            response.EnsureSuccessStatusCode();
            var keys = Usable(new JsonWebKeySet(await response.Content.ReadAsStringAsync(cancellationToken)));
            _known = new Known(keys, now + LifetimeOf(response));
            _isAway = false;
        }
        catch (Exception failure) when (IdTokensSetup.IsPeersFault(failure, cancellationToken) || failure is ArgumentException)
        {
            _isAway = true;
            LogAway(failure.GetType().Name, failure.Message);
        }
    }

    private static Dictionary<string, SecurityKey> Usable(JsonWebKeySet set)
    {
        var keys = set.Keys.Where(key => key.Kty == JsonWebAlgorithmsKeyTypes.RSA && !string.IsNullOrEmpty(key.Kid) && key.Use is null or "sig")
            .ToDictionary(key => key.Kid, SecurityKey (key) => key, StringComparer.Ordinal);
        return keys.Count > 0 ? keys : throw new HttpRequestException("The answer holds no RSA key.");
    }

    /// <summary>Of <c>Cache-Control: max-age</c>, less what a cache on the way has used up (RFC 9111, 4.2).</summary>
    private static TimeSpan LifetimeOf(HttpResponseMessage response)
    {
        var left = (response.Headers.CacheControl?.MaxAge ?? TimeSpan.Zero) - (response.Headers.Age ?? TimeSpan.Zero);
        return left < Shortest ? Shortest : left > Longest ? Longest : left;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Google's keys could not be read ({Failure}: {Reason}); those known so far are kept")]
    private partial void LogAway(string failure, string reason);

    private sealed record Known(IReadOnlyDictionary<string, SecurityKey> Keys, DateTimeOffset Until);
}
