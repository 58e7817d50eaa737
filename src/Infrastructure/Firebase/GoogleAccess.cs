using System.Collections.Concurrent;
using Google.Apis.Auth.OAuth2;

namespace MyBudget.Infrastructure.Firebase;

/// <summary>Access tokens of the service account, by scope; Google's library keeps them and renews them before they end.</summary>
internal sealed class GoogleAccess(IOptions<FirebaseSettings> settings) : IDisposable
{
    public const string Identity = "https://www.googleapis.com/auth/identitytoolkit";
    public const string Messaging = "https://www.googleapis.com/auth/firebase.messaging";
    public const string RemoteConfig = "https://www.googleapis.com/auth/firebase.remoteconfig";

    private readonly ConcurrentDictionary<string, Lazy<ServiceAccountCredential>> _credentials = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _renewing = new(1, 1);

    public Task<string> TokenAsync(string scope, CancellationToken cancellationToken) =>
        Of(scope).GetAccessTokenForRequestAsync(authUri: null, cancellationToken);

    /// <summary>Gets another token for one that was refused before its time: once, however many come back with the same.</summary>
    public async Task<string> RenewAsync(string scope, string refused, CancellationToken cancellationToken)
    {
        await _renewing.WaitAsync(cancellationToken);
        try
        {
            var credential = Of(scope);
            if (credential.Token?.AccessToken == refused) await credential.RequestAccessTokenAsync(cancellationToken);
        }
        finally
        {
            _renewing.Release();
        }

        return await TokenAsync(scope, cancellationToken);
    }

    public void Dispose() => _renewing.Dispose();

    private ServiceAccountCredential Of(string scope) => _credentials.GetOrAdd(scope, wanted => new Lazy<ServiceAccountCredential>(() =>
    {
        var account = settings.Value.ServiceAccount!;
        var json = account.TrimStart().StartsWith('{') ? account : File.ReadAllText(account);
        var credential = CredentialFactory.FromJson<ServiceAccountCredential>(json).ToGoogleCredential().CreateScoped(wanted);
        return (ServiceAccountCredential)credential.UnderlyingCredential;
    })).Value;
}
