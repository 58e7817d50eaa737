namespace MyBudget.Features.Ledgers;

/// <summary>
/// A membership of a ledger that was deleted. It is set aside, where nothing that asks who is a member finds it, until the ledger is restored
/// or erased.
/// </summary>
internal sealed record DeletedMembership(
    string Id, Guid LedgerId, Guid UserId, LedgerRole Role, DateTimeOffset Since, Guid DeletedBy, DateTimeOffset DeletedAt)
{
    public static DeletedMembership Of(LedgerMembership member, LedgerDeleted deleted) =>
        new(member.Id, member.LedgerId, member.UserId, member.Role, member.Since, deleted.By, deleted.At);

    public LedgerMembership ToMembership() => new(Id, LedgerId, UserId, Role, Since);
}
