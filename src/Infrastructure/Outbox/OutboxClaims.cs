using System.Data.Common;

namespace MyBudget.Infrastructure.Outbox;

/// <summary>Hands due messages to one replica at a time and takes back what became of them.</summary>
internal sealed class OutboxClaims(NpgsqlDataSource database, DeliveryPlan plan, TimeProvider time)
{
    public Task<IReadOnlyList<ClaimedMessage>> ClaimAsync(string channel, int atMost, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // The locked rows are found again by their places (ctid): by their ids PostgreSQL would rather read the whole backlog.
        return database.Sql(
            $"""
             update {OutboxTable.Name:raw} set due_at = {plan.LeaseFrom(now)}, attempts = attempts + 1, ticket = ticket + 1
             where ctid = any(array(
                 select ctid from {OutboxTable.Name:raw}
                 where channel = {channel} and parked_at is null and due_at <= {now} and expires_at > {now}
                 order by due_at limit {atMost} for update skip locked))
             returning id, user_id, payload::text, due_at, expires_at, attempts, ticket
             """)
            .ListAsync(row => Claimed(channel, row), cancellationToken);
    }

    public async Task SettleAsync(IReadOnlyList<Settlement> settlements, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var next = settlements.Select(settlement => plan.After(settlement, now)).ToList();
        Guid[] ids = [.. settlements.Select(settlement => settlement.Claim.Message.Id)];
        long[] tickets = [.. settlements.Select(settlement => settlement.Claim.Ticket)];
        bool[] done = [.. next.Select(step => step.IsDone)];
        DateTime[] due = [.. next.Select(step => step.DueAt.UtcDateTime)];
        bool[] tried = [.. next.Select(step => step.IsTry)];
        bool[] parked = [.. next.Select(step => step.IsParked)];
        string?[] failures = [.. next.Select(step => step.Failure)];
        await database.Sql(
            $"""
             with settled as (
                 select * from unnest({ids}, {tickets}, {done}, {due}, {tried}, {parked}, {failures})
                     as row (id, ticket, done, due_at, tried, parked, failure)),
             sent as (
                 delete from {OutboxTable.Name:raw} message using settled
                 where message.id = settled.id and message.ticket = settled.ticket and settled.done)
             update {OutboxTable.Name:raw} message
             set due_at = settled.due_at,
                 attempts = message.attempts - case when settled.tried then 0 else 1 end,
                 parked_at = case when settled.parked then {now} end,
                 last_failure = coalesce(settled.failure, message.last_failure)
             from settled
             where message.id = settled.id and message.ticket = settled.ticket and not settled.done
             """).ExecuteAsync(cancellationToken);
    }

    private static ClaimedMessage Claimed(string channel, DbDataReader row)
    {
        var until = row.GetFieldValue<DateTimeOffset>(3);
        var message = new OutboxMessage(
            row.GetGuid(0), channel, row.IsDBNull(1) ? null : row.GetGuid(1), row.GetString(2), until,
            row.GetFieldValue<DateTimeOffset>(4), row.GetInt32(5));
        return new ClaimedMessage(message, row.GetInt64(6), until);
    }
}
