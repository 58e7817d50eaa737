namespace MyBudget.Infrastructure.Firebase.Analytics;

/// <summary>Takes note of product events within a session, to be sent once that is saved. Does nothing where analytics is off.</summary>
internal sealed class AnalyticsSink(IOptions<AnalyticsSettings> settings)
{
    /// <summary>Google takes events of up to three days ago.</summary>
    private static readonly TimeSpan UsefulFor = TimeSpan.FromDays(2);

    public void Note(IDocumentSession session, string name, DateTimeOffset at, params (string Name, string Value)[] parameters)
    {
        if (!settings.Value.IsOn) return;

        var happened = new ProductEvent(name, at, parameters.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal));
        // Nobody's: what it was, and not whose.
        session.Enqueue(new OutboxMessage(
            Guid.CreateVersion7(at), AnalyticsChannel.ChannelName, UserId: null, JsonSerializer.Serialize(happened, StoredJson.Options),
            DueAt: at, ExpiresAt: at + UsefulFor));
    }
}
