using System.Collections.Concurrent;
using Google.Apis.Auth.OAuth2;
using Microsoft.Extensions.Options;

namespace MyBudget.Infrastructure.Firebase;

/// <summary>Access tokens of the service account, by scope; Google's library keeps them and renews them before they end.</summary>
internal sealed class GoogleAccess(IOptions<FirebaseSettings> settings)
{
    public const string Identity = "https://www.googleapis.com/auth/identitytoolkit";
    public const string Messaging = "https://www.googleapis.com/auth/firebase.messaging";
    public const string RemoteConfig = "https://www.googleapis.com/auth/firebase.remoteconfig";

    private readonly ConcurrentDictionary<string, Lazy<ServiceAccountCredential>> _credentials = new(StringComparer.Ordinal);

    public Task<string> TokenAsync(string scope, CancellationToken cancellationToken) =>
        Of(scope).GetAccessTokenForRequestAsync(authUri: null, cancellationToken);

    /// <summary>Gets another token, for one that was refused before its time.</summary>
    public Task RenewAsync(string scope, CancellationToken cancellationToken) => Of(scope).RequestAccessTokenAsync(cancellationToken);

    private ServiceAccountCredential Of(string scope) => _credentials.GetOrAdd(scope, wanted => new Lazy<ServiceAccountCredential>(() =>
    {
        var account = settings.Value.ServiceAccount!;
        var json = account.TrimStart().StartsWith('{') ? account : File.ReadAllText(account);
        var credential = CredentialFactory.FromJson<ServiceAccountCredential>(json).ToGoogleCredential().CreateScoped(wanted);
        return (ServiceAccountCredential)credential.UnderlyingCredential;
    })).Value;
}
