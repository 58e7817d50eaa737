namespace MyBudget.Infrastructure.Outbox;

/// <summary>A way out of the house, such as push or mail.</summary>
public interface IOutboxChannel
{
    string Name { get; }

    /// <summary>How many messages one replica sends at the same time.</summary>
    int Concurrency { get; }

    /// <summary>Loads once what a claimed batch needs. What it returns is called for each message, several at a time.</summary>
    Task<Deliver> OpenAsync(IReadOnlyList<OutboxMessage> batch, CancellationToken cancellationToken);
}

/// <summary>Sends one message. A failure that is thrown counts as <see cref="Delivery.Retry"/>.</summary>
public delegate Task<Delivery> Deliver(OutboxMessage message, CancellationToken cancellationToken);

/// <summary>What became of one try.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>Handed over, or no longer wanted by anybody: the message is deleted.</summary>
    public sealed record Done : Delivery;

    /// <summary>Try again after <paramref name="After"/>, or after the usual backoff; the last try parks the message.</summary>
    /// <param name="Reason">Without personal data; it is logged and kept with the message.</param>
    public sealed record Retry(string Reason, TimeSpan? After = null) : Delivery;

    /// <summary>Our own configuration stands in the way: an operator is told, and the message waits without using up its tries.</summary>
    public sealed record Hold(string Reason, TimeSpan After) : Delivery;

    /// <summary>Never to be accepted: kept aside for an operator to look at.</summary>
    public sealed record Park(string Reason) : Delivery;
}
