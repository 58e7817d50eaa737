namespace MyBudget.Features.Ledgers.ListMembers;

internal sealed record ListMembers(Guid LedgerId, Guid UserId, LedgerRole Role) : IQuery<IReadOnlyList<MemberView>>;

internal sealed class ListMembersHandler(IQuerySession session) : IRequestHandler<ListMembers, IReadOnlyList<MemberView>>
{
    public async Task<IReadOnlyList<MemberView>> Handle(ListMembers request, CancellationToken cancellationToken)
    {
        var members = await session.MembersAsync(request.LedgerId, cancellationToken);
        var users = (await session.LoadManyAsync<UserProfile>(cancellationToken, [.. members.Select(member => member.UserId)])).ToDictionary(user => user.Id);
        return
        [
            .. members.OrderBy(member => member.Since).ThenBy(member => member.UserId).Select(member => MemberView.Of(
                member, users.GetValueOrDefault(member.UserId), request.Role is LedgerRole.Owner || member.UserId == request.UserId)),
        ];
    }
}
