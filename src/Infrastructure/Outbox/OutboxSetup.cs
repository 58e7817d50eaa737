namespace MyBudget.Infrastructure.Outbox;

internal static class OutboxSetup
{
    /// <summary>Messages leave through channels; each room or feature that has one registers it as an <see cref="IOutboxChannel"/>.</summary>
    public static WebApplicationBuilder AddOutbox(this WebApplicationBuilder builder)
    {
        return builder;
    }
}
