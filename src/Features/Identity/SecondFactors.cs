using System.Data.Common;

namespace MyBudget.Features.Identity;

/// <summary>The second factors of users. One counts once its first code was shown.</summary>
internal sealed class SecondFactors(IDocumentSession session, RecoveryCodes recovery, FactorKeys keys, TimeProvider time)
{
    private const string Columns = "id, name, secret, created_at, last_used_at, last_step";

    /// <summary>Whether a sign-in of this user needs a second factor.</summary>
    public Task<bool> AnyAsync(Guid userId, CancellationToken cancellationToken) =>
        session.HasFactorAsync(userId, cancellationToken);

    /// <summary>In the order in which they were added.</summary>
    public async Task<IReadOnlyList<SecondFactor>> ListAsync(Guid userId, CancellationToken cancellationToken) => await session.Sql(
        $"select {Columns:raw} from {SecondFactor.Table:raw} where user_id = {userId} and confirmed_at is not null order by id").ListAsync(Read, cancellationToken);

    /// <summary>One that waits for its first code, and was begun in this session.</summary>
    public Task<SecondFactor?> PendingAsync(Guid id, Guid userId, Guid sessionId, CancellationToken cancellationToken) => session.Sql(
        $"""
         select {Columns:raw} from {SecondFactor.Table:raw}
         where id = {id} and user_id = {userId} and session_id = {sessionId} and confirmed_at is null
           and created_at > {time.GetUtcNow() - SecondFactor.PendingFor}
         """).FirstOrDefaultAsync<SecondFactor?>(Read, cancellationToken);

    /// <summary>Takes the place of what waits in the same session. The user's credentials are locked; the caller saves.</summary>
    /// <exception cref="RuleViolation"><c>auth.too-many-factors</c>.</exception>
    public async Task<Guid> AddAsync(Guid userId, Guid sessionId, string name, byte[] secret, CancellationToken cancellationToken)
    {
        if ((await ListAsync(userId, cancellationToken)).Count >= SecondFactor.MostPerUser)
            throw new RuleViolation("auth.too-many-factors", "A user has at most 10 second factors; remove one first.");
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var box = (await keys.NewestAsync(cancellationToken)).Seal(secret, id);
        session.Queue($"delete from {SecondFactor.Table:raw} where user_id = {userId} and session_id = {sessionId} and confirmed_at is null");
        session.Queue(
            $"""
             insert into {SecondFactor.Table:raw} (id, user_id, session_id, name, secret, created_at, last_step)
             values ({id}, {userId}, {sessionId}, {name}, {box}, {now}, 0)
             """);
        return id;
    }

    /// <summary>From now on it counts. The user's credentials are locked; the caller saves.</summary>
    /// <returns>False where another request was quicker.</returns>
    public async Task<bool> ConfirmAsync(Guid id, long step, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await session.Sql(
            $"""
             update {SecondFactor.Table:raw} set confirmed_at = {now}, last_used_at = {now}, last_step = {step}
             where id = {id} and confirmed_at is null
             """).ExecuteAsync(cancellationToken) == 1;
    }

    /// <summary>With the last one go the recovery codes. The user's credentials are locked; the caller saves.</summary>
    /// <returns>False when the user has no such factor.</returns>
    public async Task<bool> RemoveAsync(Guid id, Guid userId, CancellationToken cancellationToken)
    {
        var known = await ListAsync(userId, cancellationToken);
        if (known.All(factor => factor.Id != id)) return false;
        session.Queue($"delete from {SecondFactor.Table:raw} where id = {id} and user_id = {userId}");
        if (known.Count == 1) recovery.Drop(userId);
        return true;
    }

    /// <summary>All that the user has, and what waits. The caller saves.</summary>
    public void Drop(Guid userId)
    {
        session.Queue($"delete from {SecondFactor.Table:raw} where user_id = {userId}");
        recovery.Drop(userId);
    }

    private static SecondFactor Read(DbDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetFieldValue<byte[]>(2), row.GetFieldValue<DateTimeOffset>(3),
        row.IsDBNull(4) ? null : row.GetFieldValue<DateTimeOffset>(4), row.GetInt64(5));
}
