namespace MyBudget.Features.Ledgers.ListMembers;

/// <param name="Former">Whether those who are no longer members are listed too.</param>
internal sealed record ListMembers(Guid LedgerId, Guid UserId, LedgerRole Role, bool Former) : IQuery<IReadOnlyList<MemberView>>;

internal sealed class ListMembersHandler(IQuerySession session) : IRequestHandler<ListMembers, IReadOnlyList<MemberView>>
{
    public async Task<IReadOnlyList<MemberView>> Handle(ListMembers request, CancellationToken cancellationToken)
    {
        var members = await session.MembersAsync(request.LedgerId, cancellationToken);
        IReadOnlyList<FormerMember> former = request.Former
            ? FormerMember.AllOf((await session.Events.FetchStreamAsync(request.LedgerId, token: cancellationToken)).Select(e => e.Data))
            : [];
        former = [.. former.Where(gone => members.All(member => member.UserId != gone.UserId))];
        Guid[] ids = [.. members.Select(member => member.UserId), .. former.Select(gone => gone.UserId)];
        var users = (await session.LoadManyAsync<UserProfile>(cancellationToken, ids)).ToDictionary(user => user.Id);
        var versions = await session.VersionsAsync(request.LedgerId, cancellationToken);
        return
        [
            .. members.OrderBy(member => member.Since).ThenBy(member => member.UserId).Select(member => MemberView.Of(
                member, users.GetValueOrDefault(member.UserId), by: request.UserId, request.Role is LedgerRole.Owner,
                versions.GetValueOrDefault(member.UserId))),
            .. former.OrderBy(gone => gone.Until).ThenBy(gone => gone.UserId).Select(gone => MemberView.Of(
                gone, users.GetValueOrDefault(gone.UserId), versions.GetValueOrDefault(gone.UserId))),
        ];
    }
}
