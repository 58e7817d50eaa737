namespace MyBudget.Infrastructure.Outbox;

/// <summary>When a message is tried again, and when no more.</summary>
internal sealed class DeliveryPlan(IOptions<OutboxSettings> settings)
{
    private readonly OutboxSettings _settings = settings.Value;

    public DateTimeOffset LeaseFrom(DateTimeOffset now) => now + _settings.Lease;

    public NextStep After(Settlement settlement, DateTimeOffset now) => settlement.Outcome switch
    {
        null => new NextStep(DueAt: now, IsTry: false),
        Delivery.Done => new NextStep(DueAt: now, IsDone: true),
        Delivery.Park park => new NextStep(DueAt: now, IsParked: true, Failure: park.Reason),
        Delivery.Hold hold => new NextStep(DueAt: now + hold.After, IsTry: false, Failure: hold.Reason),
        Delivery.Retry retry when settlement.Claim.Message.Attempts >= _settings.MaxAttempts =>
            new NextStep(DueAt: now, IsParked: true, Failure: retry.Reason),
        Delivery.Retry retry => new NextStep(
            DueAt: now + (retry.After ?? Backoff(settlement.Claim.Message)), Failure: retry.Reason),
        _ => throw new InvalidOperationException($"{settlement.Outcome.GetType().Name} is no outcome of a delivery."),
    };

    /// <summary>
    /// Doubles with each try. Up to half of it is taken off, by the message's id, so that what failed together does not come
    /// back together.
    /// </summary>
    private TimeSpan Backoff(OutboxMessage message)
    {
        var doubled = _settings.FirstBackoff * Math.Pow(2, Math.Min(message.Attempts - 1, 30));
        var longest = doubled < _settings.LongestBackoff ? doubled : _settings.LongestBackoff;
        var share = (uint)HashCode.Combine(message.Id, message.Attempts) / (double)uint.MaxValue;
        return longest * (1 - share / 2);
    }
}

/// <param name="DueAt">When it may be claimed again.</param>
/// <param name="IsTry">The try counts towards the last one.</param>
/// <param name="Failure">What stood in the way.</param>
internal sealed record NextStep(DateTimeOffset DueAt, bool IsDone = false, bool IsTry = true, bool IsParked = false, string? Failure = null);
