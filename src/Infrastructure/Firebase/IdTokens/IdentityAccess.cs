using Google.Apis.Auth.OAuth2;
using Microsoft.Extensions.Options;

namespace MyBudget.Infrastructure.Firebase.IdTokens;

/// <summary>Access tokens of the service account for Identity Toolkit; Google's library keeps and renews them.</summary>
internal sealed class IdentityAccess(IOptions<FirebaseSettings> settings)
{
    private const string Scope = "https://www.googleapis.com/auth/identitytoolkit";

    private readonly Lazy<ITokenAccess> _credential = new(() =>
    {
        var account = settings.Value.ServiceAccount!;
        var json = account.TrimStart().StartsWith('{') ? account : File.ReadAllText(account);
        return CredentialFactory.FromJson<ServiceAccountCredential>(json).ToGoogleCredential().CreateScoped(Scope);
    });

    public Task<string> TokenAsync(CancellationToken cancellationToken) =>
        _credential.Value.GetAccessTokenForRequestAsync(authUri: null, cancellationToken);
}
