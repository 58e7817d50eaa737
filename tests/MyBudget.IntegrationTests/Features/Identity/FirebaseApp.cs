using System.Text.Json.Nodes;
using Alba;
using MyBudget.IntegrationTests.Infrastructure.Firebase;

namespace MyBudget.IntegrationTests.Features.Identity;

[CollectionDefinition(nameof(FirebaseApp))]
public sealed class FirebaseCollection : ICollectionFixture<FirebaseApp>;

/// <summary>A server that signs in with Firebase, and the Google it asks. Its clock is turned by the tests.</summary>
public sealed class FirebaseApp(AppFixture shared) : IAsyncLifetime
{
    public const string Secret = "a secret that both sides know";

    private int _count;

    /// <summary>The same, without Firebase.</summary>
    public IdentityApp Identity { get; } = new(shared);

    public GooglePeer Google { get; private set; } = null!;

    public IAlbaHost Host { get; private set; } = null!;

    public DateTimeOffset Now => Identity.Time.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        await Identity.InitializeAsync();
        Google = await GooglePeer.StartAsync();
        Host = await StartHostAsync(Google);
    }

    public Task<IAlbaHost> StartHostAsync(GooglePeer google, params (string Key, string? Value)[] settings) =>
        Identity.StartHostAsync([.. google.Settings, ("Firebase:HookSecret", Secret), .. settings]);

    public string NewUid() => $"uid-{Interlocked.Increment(ref _count)}-{Guid.CreateVersion7():N}";

    /// <summary>What Firebase says of somebody who signed in just now.</summary>
    public JsonObject Claims(string uid, string? email, bool emailVerified = true, string? name = "Ada Lovelace") => new()
    {
        ["iss"] = $"https://securetoken.google.com/{GooglePeer.ProjectId}",
        ["aud"] = GooglePeer.ProjectId,
        ["auth_time"] = Now.ToUnixTimeSeconds(),
        ["user_id"] = uid,
        ["sub"] = uid,
        ["iat"] = Now.ToUnixTimeSeconds(),
        ["exp"] = Now.AddHours(1).ToUnixTimeSeconds(),
        ["name"] = name,
        ["email"] = email,
        ["email_verified"] = emailVerified,
        ["firebase"] = new JsonObject { ["identities"] = new JsonObject { ["email"] = new JsonArray(email) }, ["sign_in_provider"] = "password" },
    };

    /// <summary>A token of a user whom Google knows.</summary>
    public string TokenOf(string uid, string? email, bool emailVerified = true)
    {
        Google.Users.TryAdd(uid, new GoogleUser());
        return Google.Keys.Values.First().Sign(Claims(uid, email, emailVerified));
    }

    public Task<ApiResponse> SignInAsync(string idToken, IAlbaHost? host = null, params (string, string)[] headers) =>
        ClientOf(null, host).PostAsync("/api/v1/auth/firebase", new { idToken }, headers);

    public ApiClient ClientOf(string? token, IAlbaHost? host = null) => Identity.ClientOf(token, host ?? Host);

    public ApiClient ClientOf(ApiResponse signedIn) => ClientOf(signedIn.Body.GetProperty("accessToken").GetString());

    public static Guid UserOf(ApiResponse signedIn) => signedIn.Body.GetProperty("user").GetProperty("id").GetGuid();

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Google.DisposeAsync();
        await Identity.DisposeAsync();
    }
}
