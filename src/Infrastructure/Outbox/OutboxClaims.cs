using Npgsql;

namespace MyBudget.Infrastructure.Outbox;

/// <summary>Hands due messages to one replica at a time and takes back what became of them.</summary>
internal sealed class OutboxClaims(NpgsqlDataSource database, DeliveryPlan plan, TimeProvider time)
{
    // By the rows' places, which are known once they are locked: by their ids PostgreSQL would rather read the whole backlog.
    private const string ClaimSql =
        $"""
         update {OutboxTable.Name} set due_at = $3, attempts = attempts + 1, ticket = ticket + 1
         where ctid = any(array(
             select ctid from {OutboxTable.Name}
             where channel = $1 and parked_at is null and due_at <= $2 and expires_at > $2
             order by due_at limit $4 for update skip locked))
         returning id, user_id, payload::text, due_at, expires_at, attempts, ticket
         """;

    private const string SettleSql =
        $"""
         with settled as (
             select * from unnest($1::uuid[], $2::bigint[], $3::boolean[], $4::timestamptz[], $5::boolean[], $6::boolean[], $7::text[])
                 as row (id, ticket, done, due_at, tried, parked, failure)),
         sent as (
             delete from {OutboxTable.Name} message using settled
             where message.id = settled.id and message.ticket = settled.ticket and settled.done)
         update {OutboxTable.Name} message
         set due_at = settled.due_at,
             attempts = message.attempts - case when settled.tried then 0 else 1 end,
             parked_at = case when settled.parked then $8 end,
             last_failure = coalesce(settled.failure, message.last_failure)
         from settled
         where message.id = settled.id and message.ticket = settled.ticket and not settled.done
         """;

    public async Task<IReadOnlyList<ClaimedMessage>> ClaimAsync(string channel, int atMost, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var command = database.CreateCommand(ClaimSql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = channel });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = plan.LeaseFrom(now).UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = atMost });
        var claims = new List<ClaimedMessage>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var until = reader.GetFieldValue<DateTimeOffset>(3);
            var message = new OutboxMessage(
                reader.GetGuid(0), channel, await reader.IsDBNullAsync(1, cancellationToken) ? null : reader.GetGuid(1),
                reader.GetString(2), until, reader.GetFieldValue<DateTimeOffset>(4), reader.GetInt32(5));
            claims.Add(new ClaimedMessage(message, reader.GetInt64(6), until));
        }

        return claims;
    }

    public async Task SettleAsync(IReadOnlyList<Settlement> settlements, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var next = settlements.Select(settlement => plan.After(settlement, now)).ToList();
        await using var command = database.CreateCommand(SettleSql);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. settlements.Select(settlement => settlement.Claim.Message.Id)] });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. settlements.Select(settlement => settlement.Claim.Ticket)] });
        command.Parameters.Add(new NpgsqlParameter<bool[]> { TypedValue = [.. next.Select(step => step.IsDone)] });
        command.Parameters.Add(new NpgsqlParameter<DateTime[]> { TypedValue = [.. next.Select(step => step.DueAt.UtcDateTime)] });
        command.Parameters.Add(new NpgsqlParameter<bool[]> { TypedValue = [.. next.Select(step => step.IsTry)] });
        command.Parameters.Add(new NpgsqlParameter<bool[]> { TypedValue = [.. next.Select(step => step.IsParked)] });
        command.Parameters.Add(new NpgsqlParameter<string?[]> { TypedValue = [.. next.Select(step => step.Failure)] });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
