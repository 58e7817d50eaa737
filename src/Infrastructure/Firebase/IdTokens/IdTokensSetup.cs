using Google.Apis.Auth.OAuth2.Responses;

namespace MyBudget.Infrastructure.Firebase.IdTokens;

internal static class IdTokensSetup
{
    /// <summary>The name of the HTTP client that asks Google about tokens and users.</summary>
    public const string Client = "firebase-auth";

    private const int LargestAnswer = 1024 * 1024;

    public static IServiceCollection AddIdTokens(this IServiceCollection services)
    {
        // Somebody waits for the answer, and may ask again.
        services.AddHttpClient(Client, client =>
            {
                client.Timeout = TimeSpan.FromSeconds(5);
                client.MaxResponseContentBufferSize = LargestAnswer;
            })
            .ToGoogle();
        services.AddSingleton<AuthEmulator>();
        services.AddSingleton<PublicKeys>();
        services.AddSingleton<IdTokenVerifier>();
        services.AddSingleton<UserLookup>();
        services.AddSingleton<FirebaseAuth>();
        return services;
    }

    /// <summary>The network, the peer or what it sent is at fault; not the caller who gave up.</summary>
    public static bool IsPeersFault(Exception failure, CancellationToken request) => failure switch
    {
        HttpRequestException or IOException or JsonException or TokenResponseException => true,
        OperationCanceledException => !request.IsCancellationRequested,
        _ => false,
    };
}
