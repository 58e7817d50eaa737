namespace MyBudget.Features.Ledgers;

/// <summary>Who was a member of a ledger. What they entered is still there, under an id that somebody has to be able to name.</summary>
internal sealed record FormerMember(Guid UserId, LedgerRole Role, DateTimeOffset Since, DateTimeOffset Until)
{
    /// <summary>All who ever left, of whom some may have come back.</summary>
    /// <param name="events">The ledger's own, in their order.</param>
    public static IReadOnlyList<FormerMember> AllOf(IEnumerable<object> events)
    {
        var since = new Dictionary<Guid, DateTimeOffset>();
        var former = new Dictionary<Guid, FormerMember>();
        foreach (var e in events)
        {
            if (e is LedgerCreated created) since[created.By] = created.At;
            else if (e is MemberJoined joined) since[joined.UserId] = joined.At;
            else if (e is MemberLeft left)
                former[left.UserId] = new FormerMember(left.UserId, left.Role, since.GetValueOrDefault(left.UserId, left.At), left.At);
        }

        return [.. former.Values];
    }
}
