namespace MyBudget.Features.Identity.ListSessions;

internal sealed record ListSessions(Guid UserId, Guid SessionId, Cursor? Cursor, int Limit) : IQuery<Page<Session>>;

/// <param name="Id">To end it.</param>
/// <param name="Device">What the client called itself.</param>
/// <param name="Network">From where it signed in: an IPv4 address, or the network of an IPv6 address (a /64).</param>
/// <param name="CreatedAt">The sign-in.</param>
/// <param name="LastUsedAt">The last refresh.</param>
/// <param name="ExpiresAt">When it ends if it is not used.</param>
/// <param name="Current">Whether this request belongs to it.</param>
internal sealed record Session(
    Guid Id, string? Device, string? Network, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, DateTimeOffset ExpiresAt, bool Current);

internal sealed class ListSessionsHandler(IQuerySession session, TimeProvider time) : IRequestHandler<ListSessions, Page<Session>>
{
    public async Task<Page<Session>> Handle(ListSessions request, CancellationToken cancellationToken)
    {
        var before = request.Cursor?.Id ?? Guid.AllBitsSet;
        // Ids begin with the time they were made, so their order is that of the sign-ins.
        var found = await session.DocumentsAsync<SignInSession>(
            $"""
             where user_id = {request.UserId} and ended_at is null and (data->>'expiresAt')::timestamptz > {time.GetUtcNow()}
               and id < {before}
             order by id desc limit {request.Limit + 1}
             """,
            cancellationToken);
        var items = found.Take(request.Limit)
            .Select(s => new Session(s.Id, s.Device, Caller.Shown(s.Network), s.CreatedAt, s.LastUsedAt, s.ExpiresAt, s.Id == request.SessionId)).ToList();
        var next = found.Count > request.Limit ? new Cursor(DateOnly.FromDateTime(items[^1].CreatedAt.UtcDateTime), items[^1].Id).Encode() : null;
        return new Page<Session>(items, next);
    }
}
