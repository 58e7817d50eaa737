using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace MyBudget.IntegrationTests.Emulators;

/// <summary>Speaks to the Firebase Auth emulator as an app does, and as its operator.</summary>
internal sealed class AuthEmulatorClient : IDisposable
{
    public const string Password = "S3cret-pass";

    private readonly HttpClient _http = new() { BaseAddress = new Uri($"http://{Variable("FIREBASE_AUTH_EMULATOR_HOST")}/") };

    public static string ProjectId => Variable("GCLOUD_PROJECT");

    /// <summary>Where the functions expect the API, and what they sign with.</summary>
    public static (int Port, string Secret) Hook => (int.Parse(Variable("MYBUDGET_HOOK_PORT"), CultureInfo.InvariantCulture), Variable("MYBUDGET_HOOK_SECRET"));

    /// <summary>A new user, whose address is not confirmed yet.</summary>
    public async Task<(string Uid, string IdToken)> SignUpAsync(string email)
    {
        var answer = await AppAsync("accounts:signUp", new { email, password = Password, returnSecureToken = true });
        return (answer.GetProperty("localId").GetString()!, answer.GetProperty("idToken").GetString()!);
    }

    public async Task<string> SignInAsync(string email)
    {
        var answer = await AppAsync("accounts:signInWithPassword", new { email, password = Password, returnSecureToken = true });
        return answer.GetProperty("idToken").GetString()!;
    }

    public async Task<string> SignInAnonymouslyAsync() =>
        (await AppAsync("accounts:signUp", new { returnSecureToken = true })).GetProperty("idToken").GetString()!;

    /// <summary>Has the mail sent, reads the code where the emulator keeps it, and enters it.</summary>
    public async Task ConfirmAsync(string email, string idToken)
    {
        await AppAsync("accounts:sendOobCode", new { requestType = "VERIFY_EMAIL", idToken });
        var sent = await _http.GetFromJsonAsync<JsonElement>(new Uri($"emulator/v1/projects/{ProjectId}/oobCodes", UriKind.Relative), Cancel);
        var code = sent.GetProperty("oobCodes").EnumerateArray().Last(each => each.GetProperty("email").GetString() == email);
        await AppAsync("accounts:update", new { oobCode = code.GetProperty("oobCode").GetString() });
    }

    public Task DisableAsync(string uid, bool disabled) => OperatorAsync("accounts:update", new { localId = uid, disableUser = disabled });

    public Task RevokeAsync(string uid, DateTimeOffset before) => OperatorAsync("accounts:update", new { localId = uid, validSince = $"{before.ToUnixTimeSeconds()}" });

    public Task DeleteAsync(string uid) => OperatorAsync("accounts:delete", new { localId = uid });

    public void Dispose() => _http.Dispose();

    private Task<JsonElement> AppAsync(string method, object body) => PostAsync($"identitytoolkit.googleapis.com/v1/{method}?key=any", body, authorization: null);

    private Task<JsonElement> OperatorAsync(string method, object body) =>
        PostAsync($"identitytoolkit.googleapis.com/v1/projects/{ProjectId}/{method}", body, new AuthenticationHeaderValue("Bearer", "owner"));

    private async Task<JsonElement> PostAsync(string path, object body, AuthenticationHeaderValue? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = authorization;
        using var response = await _http.SendAsync(request, Cancel);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonDocument.Parse(text).RootElement;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name)
        ?? throw new InvalidOperationException($"{name} is not set: run ./mybudget test --emulators");
}
