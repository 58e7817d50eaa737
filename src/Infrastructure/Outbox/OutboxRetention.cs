using MyBudget.Infrastructure.Operations.Retention;

namespace MyBudget.Infrastructure.Outbox;

internal static class OutboxRetention
{
    public static IServiceCollection AddOutboxRetention(this IServiceCollection services) => services
        .AddRetentionRule(new(
            "ExpiredMessages", OutboxTable.Name, "parked_at is null and expires_at <= $1 and due_at <= $1", TimeSpan.Zero, IsFixed: true))
        // A parked mail may hold a code.
        .AddRetentionRule(new(
            "ParkedContents", OutboxTable.Name, "parked_at is not null and expires_at <= $1 and payload <> '{}'", TimeSpan.Zero, IsFixed: true,
            Empties: "payload = '{}'"))
        .AddRetentionRule(new("ParkedMessages", OutboxTable.Name, "parked_at <= $1", TimeSpan.FromDays(30)));
}
