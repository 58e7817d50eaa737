using System.Net;
using System.Net.Http.Headers;

namespace MyBudget.Infrastructure.Firebase.RemoteConfig;

/// <summary>Reads the server's template, namespace <c>firebase-server</c> (https://firebase.google.com/docs/remote-config/server).</summary>
internal sealed class RemoteConfigClient(HttpClient http, GoogleAccess access, IOptions<FirebaseSettings> settings, TimeProvider time)
{
    /// <param name="known">The tag of the template that is here; null for none.</param>
    /// <exception cref="RemoteConfigException">Google refuses, or asks to be left alone.</exception>
    public async Task<FetchedTemplate> ReadAsync(string? known, CancellationToken cancellationToken)
    {
        var token = await access.TokenAsync(GoogleAccess.RemoteConfig, cancellationToken);
        using var response = await GetAsync(known, token, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized) return await TakeAsync(response, known, cancellationToken);

        // A token may end before its time, with its key.
        using var second = await GetAsync(known, await access.RenewAsync(GoogleAccess.RemoteConfig, token, cancellationToken), cancellationToken);
        return await TakeAsync(second, known, cancellationToken);
    }

    private async Task<HttpResponseMessage> GetAsync(string? known, string token, CancellationToken cancellationToken)
    {
        var project = Uri.EscapeDataString(settings.Value.ProjectId!);
        using var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri(settings.Value.RemoteConfigAddress, $"/v1/projects/{project}/namespaces/firebase-server/remoteConfig"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        // Google's tags are not in quotes, as those of HTTP are: they go back as they came.
        if (known is not null) request.Headers.TryAddWithoutValidation("If-None-Match", known);
        return await http.SendAsync(request, cancellationToken);
    }

    private async Task<FetchedTemplate> TakeAsync(HttpResponseMessage response, string? known, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.NotModified) return new FetchedTemplate(known, Texts: null);
        if (response.StatusCode != HttpStatusCode.OK)
            throw new RemoteConfigException($"{(int)response.StatusCode} {response.StatusCode}", response.RetryAfter(time.GetUtcNow()));

        var tag = response.Headers.NonValidated.TryGetValues("ETag", out var tags) ? tags.ToString() : null;
        if (tag is not null && tag == known) return new FetchedTemplate(known, Texts: null);
        return new FetchedTemplate(tag, RemoteTemplate.Read(await response.Content.ReadAsByteArrayAsync(cancellationToken)));
    }
}

/// <param name="Tag">Its tag, to ask with the next time.</param>
/// <param name="Texts">See <see cref="RemoteTemplate"/>; null when it is the one that was known.</param>
internal sealed record FetchedTemplate(string? Tag, IReadOnlyDictionary<string, string?>? Texts);

/// <summary>Google did not give the template.</summary>
internal sealed class RemoteConfigException(string reason, TimeSpan? retryAfter) : Exception(reason)
{
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
