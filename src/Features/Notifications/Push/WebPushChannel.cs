using MyBudget.Infrastructure.WebPush;

namespace MyBudget.Features.Notifications.Push;

/// <summary>
/// Sends pushes to browsers. What a host that nobody knows makes of them is no operator's business: only of known push services is
/// something parked.
/// </summary>
internal sealed partial class WebPushChannel(
    WebPushClient client, PushTargets targets, IOptions<PushSettings> settings, IOptions<OutboxSettings> outbox, TimeProvider time,
    ILogger<WebPushChannel> logger) : IOutboxChannel
{
    /// <summary>A key that is refused so often is not the subscription's; before that it may be our clock.</summary>
    private const int MostRefusals = 3;

    private static readonly TimeSpan UntilMended = TimeSpan.FromHours(1);

    public string Name => PushPayload.WebPush;

    public int Concurrency => settings.Value.Concurrency;

    public Task<Deliver> OpenAsync(IReadOnlyList<OutboxMessage> batch, CancellationToken cancellationToken) =>
        targets.OpenAsync(batch, DeliverAsync, cancellationToken);

    private async Task<Delivery> DeliverAsync(OutboxMessage message, PushPayload payload, PushTarget target, CancellationToken cancellationToken)
    {
        if (target.WebPush is not { } subscription) return new Delivery.Done();

        var left = message.ExpiresAt - time.GetUtcNow();
        var push = new WebPushMessage(WebPushBody.Write(payload), payload.CollapseId, payload.IsUrgent, left);
        switch (await client.SendAsync(subscription, push, cancellationToken))
        {
            case WebPushOutcome.Sent:
                return new Delivery.Done();
            case WebPushOutcome.Gone gone:
                return await ForgetAsync(payload.InstallationId, subscription, gone.Reason, cancellationToken);
            case WebPushOutcome.KeyRefused refused when !client.HasContact && IsKnown(subscription):
                return new Delivery.Hold($"{refused.Reason}, and WebPush:Subject is not an address that can be reached", UntilMended);
            case WebPushOutcome.KeyRefused refused when message.Attempts >= MostRefusals:
                return await ForgetAsync(payload.InstallationId, subscription, refused.Reason, cancellationToken);
            case WebPushOutcome.KeyRefused refused:
                if (IsKnown(subscription)) LogKeyRefused(client.ServiceOf(subscription), refused.Reason);
                return new Delivery.Retry(refused.Reason, UntilMended);
            case WebPushOutcome.TryLater when message.Attempts >= outbox.Value.MaxAttempts && !IsKnown(subscription):
                return new Delivery.Done();
            case WebPushOutcome.TryLater later:
                // A stranger may want to be left alone for years; the message does not live for as long.
                return new Delivery.Retry(later.Reason, later.After > left ? left : later.After);
            case WebPushOutcome.Refused refused:
                return IsKnown(subscription) ? new Delivery.Park(refused.Reason) : new Delivery.Done();
            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} is no outcome of a push.");
        }
    }

    private bool IsKnown(WebPushSubscription subscription) => client.ServiceOf(subscription) != PushServices.Other;

    private async Task<Delivery> ForgetAsync(string installationId, WebPushSubscription subscription, string reason, CancellationToken cancellationToken)
    {
        await targets.ForgetAsync(Name, installationId, subscription.Endpoint, cancellationToken);
        LogForgotten(reason);
        return new Delivery.Done();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A push service no longer knows a browser ({Reason}); it is forgotten")]
    private partial void LogForgotten(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The push service of {Service} does not take the key of a subscription ({Status}): is the clock right, and WebPush:Subject?")]
    private partial void LogKeyRefused(string service, string status);
}
