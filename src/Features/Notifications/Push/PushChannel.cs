using MyBudget.Infrastructure.Firebase.Messaging;

namespace MyBudget.Features.Notifications.Push;

/// <summary>Sends pushes over FCM.</summary>
internal sealed partial class PushChannel(
    FcmClient fcm, PushTargets targets, IOptions<PushSettings> settings, TimeProvider time, ILogger<PushChannel> logger) : IOutboxChannel
{
    private static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(5);

    public string Name => PushPayload.Fcm;

    public int Concurrency => settings.Value.Concurrency;

    public Task<Deliver> OpenAsync(IReadOnlyList<OutboxMessage> batch, CancellationToken cancellationToken) =>
        targets.OpenAsync(batch, DeliverAsync, cancellationToken);

    private async Task<Delivery> DeliverAsync(OutboxMessage message, PushPayload payload, PushTarget target, CancellationToken cancellationToken)
    {
        if (target.Token is not { } token) return new Delivery.Done();

        var text = payload.Title is null ? null : new PushText(payload.Title, payload.Body ?? string.Empty);
        var push = new PushMessage(token, text, payload.Data, payload.CollapseId, payload.IsUrgent, message.ExpiresAt - time.GetUtcNow());
        switch (await fcm.SendAsync(push, cancellationToken))
        {
            case PushOutcome.Sent:
                return new Delivery.Done();
            case PushOutcome.DeadToken dead:
                await targets.ForgetAsync(Name, payload.InstallationId, token, cancellationToken);
                LogForgotten(dead.Reason);
                return new Delivery.Done();
            case PushOutcome.TryLater later:
                return new Delivery.Retry(later.Reason, later.After);
            case PushOutcome.Misconfigured wrong:
                return new Delivery.Hold(wrong.Reason, UntilMended);
            case PushOutcome.Refused refused:
                return new Delivery.Park(refused.Reason);
            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} is no outcome of a push.");
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "FCM no longer knows a device ({Reason}); it is forgotten")]
    private partial void LogForgotten(string reason);
}
