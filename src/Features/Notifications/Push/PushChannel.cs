using MyBudget.Infrastructure.Firebase.Messaging;

namespace MyBudget.Features.Notifications.Push;

/// <summary>
/// Sends pushes over FCM. A device that is gone by now, or somebody else's, or of somebody who left the ledger, is left alone, and so is one
/// that would be told of somebody who was erased.
/// </summary>
internal sealed partial class PushChannel(
    FcmClient fcm, PushTargets targets, ParameterValues values, IOptions<PushSettings> settings, TimeProvider time, ILogger<PushChannel> logger)
    : IOutboxChannel
{
    private static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(5);

    public string Name => PushPayload.Channel;

    public int Concurrency => settings.Value.Concurrency;

    public async Task<Deliver> OpenAsync(IReadOnlyList<OutboxMessage> batch, CancellationToken cancellationToken)
    {
        var payloads = batch.ToDictionary(message => message.Id, PushPayload.Of);
        var tokens = await targets.FindAsync(
            [.. payloads.Values.Select(payload => payload.InstallationId).Distinct()],
            [.. payloads.Values.Select(payload => payload.MemberOf).OfType<Guid>().Distinct()],
            [.. payloads.Values.Select(payload => payload.Names).OfType<Guid>().Distinct()], cancellationToken);
        return (message, cancellation) => DeliverAsync(message, payloads[message.Id], tokens, cancellation);
    }

    private async Task<Delivery> DeliverAsync(
        OutboxMessage message, PushPayload payload, IReadOnlyDictionary<string, PushTarget> known, CancellationToken cancellationToken)
    {
        // What was switched off is not made up for: the inbox has it.
        if (!values.Of(Parameters.Push)) return new Delivery.Done();
        if (!known.TryGetValue(payload.InstallationId, out var target) || !target.IsFor(payload)) return new Delivery.Done();

        var text = payload.Title is null ? null : new PushText(payload.Title, payload.Body ?? string.Empty);
        var push = new PushMessage(target.Token, text, payload.Data, payload.CollapseId, payload.IsUrgent, message.ExpiresAt - time.GetUtcNow());
        switch (await fcm.SendAsync(push, cancellationToken))
        {
            case PushOutcome.Sent:
                return new Delivery.Done();
            case PushOutcome.DeadToken dead:
                await targets.ForgetAsync(payload.InstallationId, target.Token, cancellationToken);
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
