namespace MyBudget.Features.Ledgers;

/// <summary>Who asks to join.</summary>
internal sealed class JoinRequests(IDocumentSession session, IMediator mediator, TimeProvider time)
{
    /// <summary>The open ones into a ledger, oldest first.</summary>
    public async Task<IReadOnlyList<JoinRequestView>> IntoAsync(Guid ledgerId, CancellationToken cancellationToken)
    {
        var asked = await session.Query<JoinRequest>().Where(request => request.LedgerId == ledgerId).ToListAsync(cancellationToken);
        var open = asked.Where(request => request.IsOpen(time.GetUtcNow())).OrderBy(request => request.AskedAt).ThenBy(request => request.Id).ToList();
        var users = (await session.LoadManyAsync<UserProfile>(cancellationToken, [.. open.Select(request => request.UserId)])).ToDictionary(user => user.Id);
        return
        [
            .. from request in open
               where users.ContainsKey(request.UserId)
               let user = users[request.UserId]
               select new JoinRequestView(
                   request.Id, user.Id, user.DisplayName, user.Email, request.Message, request.Role, request.AskedAt, request.ExpiresAt),
        ];
    }

    /// <summary>A user's own, newest first. That they were let in says nothing to who is no longer a member.</summary>
    public async Task<IReadOnlyList<SentJoinRequest>> OfAsync(Guid userId, CancellationToken cancellationToken)
    {
        var sent = await session.Query<JoinRequest>().Where(request => request.UserId == userId).ToListAsync(cancellationToken);
        var own = await session.Query<LedgerMembership>().Where(member => member.UserId == userId).Select(member => member.LedgerId)
            .ToListAsync(cancellationToken);
        var views = new List<SentJoinRequest>();
        foreach (var request in sent.Where(request => request.IsKept(time.GetUtcNow())).OrderByDescending(request => request.AskedAt))
        {
            if (request.Status is JoinRequestStatus.Accepted && !own.Contains(request.LedgerId)) continue;
            if (await session.LedgerAsync(request.LedgerId, cancellationToken) is { } ledger) views.Add(SentJoinRequest.Of(request, ledger));
        }

        return views;
    }

    /// <summary>Whoever became a member by another way asks no longer.</summary>
    public async Task SettleAsync(Guid ledgerId, Guid userId, CancellationToken cancellationToken)
    {
        var open = await session.Query<JoinRequest>().Where(request => request.LedgerId == ledgerId && request.UserId == userId).ToListAsync(cancellationToken);
        await EndAsync(ledgerId, open, cancellationToken);
    }

    /// <summary>They are gone, as if they had never been made.</summary>
    public async Task EndAsync(Guid ledgerId, IReadOnlyList<JoinRequest> requests, CancellationToken cancellationToken)
    {
        if (requests.Count == 0) return;
        foreach (var request in requests) session.Delete(request);
        await mediator.Publish(new JoinRequestsEnded(ledgerId, [.. requests.Select(request => request.Id)]), cancellationToken);
    }
}
