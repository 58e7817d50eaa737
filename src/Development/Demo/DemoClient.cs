using System.Net;
using System.Net.Http.Headers;

namespace MyBudget.Development.Demo;

/// <summary>Speaks to the API over HTTP. A request that was made before is the same success again.</summary>
internal sealed class DemoClient(HttpClient http)
{
    public async Task SignInAsync(string email, string password, CancellationToken cancellationToken)
    {
        using var registered = await http.PostAsJsonAsync(
            "/api/v1/auth/register", new { email, password, displayName = "Demo", locale = "en", timeZone = "Europe/Berlin" }, cancellationToken);
        using var signedIn = registered.StatusCode == HttpStatusCode.Conflict
            ? await http.PostAsJsonAsync("/api/v1/auth/login", new { email, password, device = "demo" }, cancellationToken)
            : registered;
        var tokens = await ReadAsync(signedIn, cancellationToken);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("accessToken").GetString());
    }

    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(path, cancellationToken);
        return await ReadAsync(response, cancellationToken);
    }

    public async Task<JsonElement> PostAsync(string path, object body, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(path, body, cancellationToken);
        return await ReadAsync(response, cancellationToken);
    }

    /// <summary>A UUID of version 8 (RFC 9562) that follows from the name alone.</summary>
    public static Guid IdOf(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"demo/{name}"))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"{response.RequestMessage?.RequestUri?.AbsolutePath}: {text}", null, response.StatusCode);
        return JsonDocument.Parse(text).RootElement;
    }
}
