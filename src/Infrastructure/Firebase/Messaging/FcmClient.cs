using System.Net;
using System.Net.Http.Headers;
using Google.Apis.Auth.OAuth2.Responses;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace MyBudget.Infrastructure.Firebase.Messaging;

/// <summary>
/// Sends messages over FCM HTTP v1 (https://firebase.google.com/docs/cloud-messaging/send/v1-api). One try: who asks decides on the next.
/// </summary>
public sealed class FcmClient
{
    private readonly HttpClient _http;
    private readonly GoogleAccess _access;
    private readonly FirebaseSettings _settings;
    private readonly TimeProvider _time;

    internal FcmClient(HttpClient http, GoogleAccess access, IOptions<FirebaseSettings> settings, TimeProvider time) =>
        (_http, _access, _settings, _time) = (http, access, settings.Value, time);

    public async Task<PushOutcome> SendAsync(PushMessage message, CancellationToken cancellationToken)
    {
        if (!_settings.CanPush) return new PushOutcome.Misconfigured("no Firebase project is configured");

        try
        {
            var body = FcmMessage.Write(message, _time.GetUtcNow());
            using var response = await PostAsync(body, cancellationToken);
            if (response.StatusCode != HttpStatusCode.Unauthorized) return await FcmAnswer.ReadAsync(response, _time.GetUtcNow(), cancellationToken);

            // A token may end before its time, with its key; one that is new and refused too is not the token's fault.
            await _access.RenewAsync(GoogleAccess.Messaging, cancellationToken);
            using var second = await PostAsync(body, cancellationToken);
            return await FcmAnswer.ReadAsync(second, _time.GetUtcNow(), cancellationToken);
        }
        catch (TokenResponseException refused)
        {
            return (int?)refused.StatusCode is >= 400 and < 500
                ? new PushOutcome.Misconfigured($"the service account was refused: {refused.Error?.Error}")
                : new PushOutcome.TryLater("no access token");
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException)
        {
            return new PushOutcome.Misconfigured($"the service account cannot be read: {wrong.GetType().Name}");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or BrokenCircuitException or TimeoutRejectedException
                                        || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new PushOutcome.TryLater(failure.GetType().Name);
        }
    }

    private async Task<HttpResponseMessage> PostAsync(byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(_settings.MessagingAddress, $"/v1/projects/{Uri.EscapeDataString(_settings.ProjectId!)}/messages:send"));
        // Nothing but HTTP/2 carries many messages at once over few connections; on plain HTTP, which only tests use, it must be known beforehand.
        (request.Version, request.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await _access.TokenAsync(GoogleAccess.Messaging, cancellationToken));
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }
}
