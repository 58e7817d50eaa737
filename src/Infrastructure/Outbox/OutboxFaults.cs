using System.Collections.Concurrent;

namespace MyBudget.Infrastructure.Outbox;

/// <summary>Channels on which this replica can send nothing, because of our own configuration, and why. What is sent again ends it.</summary>
internal sealed class OutboxFaults
{
    private readonly ConcurrentDictionary<string, string> _reasons = new(StringComparer.Ordinal);

    /// <summary>The reasons by channel.</summary>
    public IReadOnlyDictionary<string, string> Reasons => _reasons;

    /// <returns>The fault, if it is a new one: every message that waits for it meets it again.</returns>
    public string? Note(string channel, Delivery outcome)
    {
        switch (outcome)
        {
            case Delivery.Done or Delivery.Park:
                _reasons.TryRemove(channel, out _);
                return null;
            case Delivery.Hold hold:
                var known = _reasons.TryGetValue(channel, out var reason) && reason == hold.Reason;
                _reasons[channel] = hold.Reason;
                return known ? null : hold.Reason;
            default:
                return null;
        }
    }
}
