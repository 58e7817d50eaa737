using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace MyBudget.IntegrationTests;

/// <summary>Speaks to the API as a phone does: JSON over HTTP with an access token.</summary>
public class ApiClient(HttpClient http, Guid userId, string? token)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public Guid UserId => userId;

    public string? Token => token;

    protected HttpClient Http => http;

    public Task<ApiResponse> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<ApiResponse> PostAsync(string path, object? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, body, headers);

    public Task<ApiResponse> PutAsync(string path, object? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Put, path, body, headers);

    public Task<ApiResponse> PatchAsync(string path, object body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Patch, path, body, headers);

    public Task<ApiResponse> DeleteAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Delete, path, null, headers);

    /// <summary>A <see cref="string"/> body is sent to the letter; anything else as its JSON.</summary>
    public virtual async Task<ApiResponse> SendAsync(HttpMethod method, string path, object? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, Absolute(path));
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            string text => new StringContent(text, Encoding.UTF8, "application/json"),
            _ => new StringContent(JsonSerializer.Serialize(body, Json), Encoding.UTF8, "application/json"),
        };

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new ApiResponse(response.StatusCode, bytes, response.Headers, response.Content.Headers);
    }

    /// <summary>Creates a ledger of this user.</summary>
    public async Task<LedgerClient> CreateLedgerAsync(string currency = "EUR")
    {
        var created = await PostAsync("/api/v1/ledgers", new { name = "Home", currency });
        created.ShouldBe(HttpStatusCode.Created);
        return new LedgerClient(http, userId, token, created.Body.GetProperty("id").GetGuid());
    }

    protected virtual string Absolute(string path) => path;
}
