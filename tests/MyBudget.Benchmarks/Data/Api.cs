using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace MyBudget.Benchmarks.Data;

/// <summary>One server, spoken to at leisure: to fill it and to compare its answers.</summary>
internal sealed class Api : IDisposable
{
    private readonly HttpClient _http;

    public Api(int port, string? token = null)
    {
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(10) };
        if (token is not null) _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) =>
        await ReadAsync(await _http.GetAsync(path, cancellationToken), cancellationToken);

    /// <summary>What the client lacks; of what it has, the tag alone.</summary>
    public async Task<JsonElement> GetUnlessAsync(string path, string known, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", known);
        var response = await _http.SendAsync(request, cancellationToken);
        if (response.StatusCode is not HttpStatusCode.NotModified) return await ReadAsync(response, cancellationToken);
        using (response) return JsonSerializer.SerializeToElement(response.Headers.ETag!.Tag);
    }

    public async Task<JsonElement> PostAsync(string path, object body, CancellationToken cancellationToken) =>
        await ReadAsync(await _http.PostAsJsonAsync(path, body, cancellationToken), cancellationToken);

    public async Task<JsonElement> PutAsync(string path, object body, CancellationToken cancellationToken) =>
        await ReadAsync(await _http.PutAsJsonAsync(path, body, cancellationToken), cancellationToken);

    public async Task<JsonElement> PostFileAsync(string path, string name, byte[] file, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent();
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(content, "file", name);
        return await ReadAsync(await _http.PostAsync(path, form, cancellationToken), cancellationToken);
    }

    public async Task DeleteAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await _http.DeleteAsync(path, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using (response)
        {
            var text = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw new InvalidOperationException(
                    $"{response.RequestMessage?.RequestUri?.AbsolutePath} answered {(int)response.StatusCode}: {System.Text.Encoding.UTF8.GetString(text)}");
            }

            return JsonElement.Parse(text);
        }
    }
}
