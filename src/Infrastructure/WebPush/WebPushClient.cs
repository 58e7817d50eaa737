using System.Buffers.Text;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Headers;
using MyBudget.Infrastructure.Outbox.Mail;

namespace MyBudget.Infrastructure.WebPush;

/// <summary>Sends messages to push services (RFC 8030). One try: the caller decides on the next.</summary>
internal sealed class WebPushClient(
    PushHttp http, VapidKeys keys, IOptions<WebPushSettings> settings, IOptions<MailSettings> mail, IMeterFactory meters, TimeProvider time)
    : IDisposable
{
    /// <summary>Whoever has a slow host holds up those of other strangers, and nobody else.</summary>
    internal const int MostStrangers = 5;

    private readonly SemaphoreSlim _strangers = new(MostStrangers);
    private readonly WebPushSettings _settings = settings.Value;
    private readonly PushContact _contact = PushContact.Of(settings.Value, mail.Value);
    private readonly Counter<long> _answers = meters.Create(TelemetrySetup.Meter)
        .CreateCounter<long>("mybudget.web_push.answers", "{answer}", "Answers of push services, by who runs them and status; 0 for none.");

    /// <summary>Whether the contact that it gives can be one: some push services refuse everything without.</summary>
    public bool HasContact => _contact.IsReachable;

    /// <summary>Who runs the push service.</summary>
    public string ServiceOf(WebPushSubscription subscription) =>
        PushAddress.Read(subscription.Endpoint, _settings.LocalService) is { } endpoint ? PushServices.NameOf(endpoint, _settings.LocalService) : PushServices.Other;

    public async Task<WebPushOutcome> SendAsync(WebPushSubscription to, WebPushMessage message, CancellationToken cancellationToken)
    {
        // What was good when it was told need not be any more: a database moves from development, a key is withdrawn.
        if (PushAddress.Read(to.Endpoint, _settings.LocalService) is not { } endpoint) return new WebPushOutcome.Gone("no address to send to");
        if (P256Point.Read(Base64Url.DecodeFromChars(to.P256dh)) is not { } browser) return new WebPushOutcome.Gone("no key to encrypt with");
        if (await keys.FindAsync(to.VapidKey, cancellationToken) is not { } key) return new WebPushOutcome.Gone("made with a key that is gone");

        var isStranger = PushServices.NameOf(endpoint, _settings.LocalService) == PushServices.Other;
        if (isStranger && !_strangers.Wait(TimeSpan.Zero, CancellationToken.None)) return new WebPushOutcome.TryLater("others are before it");
        try
        {
            return await SendAsync(endpoint, browser, key, to, message, cancellationToken);
        }
        finally
        {
            if (isStranger) _strangers.Release();
        }
    }

    public void Dispose() => _strangers.Dispose();

    private async Task<WebPushOutcome> SendAsync(
        Uri endpoint, ECParameters browser, VapidKey key, WebPushSubscription to, WebPushMessage message, CancellationToken cancellationToken)
    {
        // All of it: a message is never under way for longer than its sender's lease.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_settings.Timeout);
        try
        {
            using var request = Write(endpoint, message, PushEncryption.Encrypt(message.Body, browser, Base64Url.DecodeFromChars(to.Auth)), key);
            using var response = await http.SendAsync(request, limit.Token);
            Count(endpoint, (int)response.StatusCode);
            return WebPushAnswer.Of(response, time.GetUtcNow());
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException
                                        || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Count(endpoint, status: 0);
            return new WebPushOutcome.TryLater((failure.InnerException ?? failure).GetType().Name);
        }
    }

    private HttpRequestMessage Write(Uri endpoint, WebPushMessage message, byte[] encrypted, VapidKey key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            Content = new ByteArrayContent(encrypted)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream"), ContentEncoding = { PushEncryption.Encoding } },
            },
        };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "vapid", key.Authorize(PushAddress.OriginOf(endpoint), _contact.Subject, time.GetUtcNow()));
        request.Headers.Add("TTL", ((long)Math.Max(message.TimeToLive.TotalSeconds, 0)).ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Urgency", message.IsUrgent ? "high" : "normal");
        request.Headers.Add("Topic", message.Topic);
        return request;
    }

    private void Count(Uri endpoint, int status)
    {
        var service = PushServices.NameOf(endpoint, _settings.LocalService);
        // Strangers can answer with any number, and each would be a series of its own.
        if (service == PushServices.Other) status = status / 100 * 100;
        _answers.Add(1, new KeyValuePair<string, object?>("service", service), new KeyValuePair<string, object?>("status", status));
    }
}
