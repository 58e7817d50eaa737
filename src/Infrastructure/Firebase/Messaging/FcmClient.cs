using System.Net;
using System.Net.Http.Headers;
using Google.Apis.Auth.OAuth2.Responses;
using Polly.CircuitBreaker;

namespace MyBudget.Infrastructure.Firebase.Messaging;

/// <summary>
/// Sends messages over FCM HTTP v1 (https://firebase.google.com/docs/cloud-messaging/send/v1-api). One try: the caller decides on the next.
/// </summary>
internal sealed class FcmClient(HttpClient http, GoogleAccess access, IOptions<FirebaseSettings> settings, TimeProvider time)
{
    private readonly FirebaseSettings _settings = settings.Value;
    private readonly Uri _address = new(
        settings.Value.MessagingAddress, $"/v1/projects/{Uri.EscapeDataString(settings.Value.ProjectId ?? string.Empty)}/messages:send");

    public async Task<PushOutcome> SendAsync(PushMessage message, CancellationToken cancellationToken)
    {
        if (!_settings.IsOn) return new PushOutcome.Misconfigured("no Firebase project is configured");

        // All of it, access token and a second try included: a message is never under way for longer than its sender's lease.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_settings.MessagingTimeout);
        try
        {
            var body = FcmMessage.Write(message, time.GetUtcNow());
            var token = await access.TokenAsync(GoogleAccess.Messaging, limit.Token);
            // A token may end before its time, with its key; one that is new and refused too is not the token's fault.
            return await PostAsync(body, token, limit.Token)
                   ?? await PostAsync(body, await access.RenewAsync(GoogleAccess.Messaging, token, limit.Token), limit.Token)
                   ?? new PushOutcome.Misconfigured("access tokens of the service account are refused");
        }
        catch (TokenResponseException refused)
        {
            return (int?)refused.StatusCode is >= 400 and < 500
                ? new PushOutcome.Misconfigured($"the service account was refused: {refused.Error?.Error}")
                : new PushOutcome.TryLater("no access token");
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or UnauthorizedAccessException or FileNotFoundException
                                          or DirectoryNotFoundException or ArgumentException or FormatException or CryptographicException)
        {
            return new PushOutcome.Misconfigured($"the service account cannot be read: {wrong.GetType().Name}");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or BrokenCircuitException
                                        || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new PushOutcome.TryLater(failure.GetType().Name);
        }
    }

    /// <summary>Null when the access token was refused.</summary>
    private async Task<PushOutcome?> PostAsync(byte[] body, string token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address);
        // Nothing but HTTP/2 carries many messages at once over few connections; on plain HTTP, which only tests use, it must be known beforehand.
        (request.Version, request.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        using var response = await http.SendAsync(request, cancellationToken);
        return await FcmAnswer.ReadAsync(response, time.GetUtcNow(), cancellationToken);
    }
}
