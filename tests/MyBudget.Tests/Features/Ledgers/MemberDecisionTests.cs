using CsCheck;
using MyBudget.Domain;
using MyBudget.Features.Ledgers.ChangeRole;
using MyBudget.Features.Ledgers.Contracts;
using MyBudget.Features.Ledgers.RemoveMember;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Tests.Features.Ledgers;

public sealed class MemberDecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);
    private static readonly Guid Ledger = Guid.CreateVersion7();

    [Fact]
    public void a_change_says_what_was_and_what_is()
    {
        var (owner, viewer) = (Member(LedgerRole.Owner), Member(LedgerRole.Viewer));
        ChangeRoleHandler.Decide([owner, viewer], viewer, LedgerRole.Owner, owner.UserId, Now)
            .ShouldBe(new MemberRoleChanged(viewer.UserId, LedgerRole.Viewer, LedgerRole.Owner, owner.UserId, Now));
        ChangeRoleHandler.Decide([owner, viewer], viewer, LedgerRole.Viewer, owner.UserId, Now).ShouldBeNull();
    }

    [Fact]
    public void only_an_owner_removes_another()
    {
        var (owner, editor, viewer) = (Member(LedgerRole.Owner), Member(LedgerRole.Editor), Member(LedgerRole.Viewer));
        Should.Throw<AccessRefusedException>(() => RemoveMemberHandler.Decide([owner, editor, viewer], viewer, editor, Now));
        RemoveMemberHandler.Decide([owner, editor, viewer], viewer, owner, Now).ShouldBe(new MemberLeft(viewer.UserId, LedgerRole.Viewer, owner.UserId, Now));
        RemoveMemberHandler.Decide([owner, editor, viewer], viewer, viewer, Now).By.ShouldBe(viewer.UserId);
    }

    [Fact]
    public void whatever_is_decided_there_is_an_owner() => Gen.Select(
            Gen.Int[0, 2].Array[1, 5], Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 3]).Array[0, 20])
        .Sample((roles, steps) =>
        {
            List<LedgerMembership> members = [Member(LedgerRole.Owner), .. roles.Select(role => Member((LedgerRole)role))];
            foreach (var (acting, target, role) in steps)
            {
                var (by, whom) = (members[acting % members.Count], members[target % members.Count]);
                try
                {
                    if (role == 3)
                    {
                        RemoveMemberHandler.Decide(members, whom, by, Now);
                        members.Remove(whom);
                    }
                    else if (ChangeRoleHandler.Decide(members, whom, (LedgerRole)role, by.UserId, Now) is { } changed)
                    {
                        members[members.IndexOf(whom)] = whom with { Role = changed.To };
                    }
                }
                catch (Exception refused) when (refused is AccessRefusedException or RuleViolation { Code: "ledgers.last-owner" })
                {
                    continue;
                }
            }

            members.ShouldContain(member => member.Role == LedgerRole.Owner);
        });

    private static LedgerMembership Member(LedgerRole role)
    {
        var user = Guid.CreateVersion7();
        return new LedgerMembership(LedgerMembership.IdOf(Ledger, user), Ledger, user, role, Now);
    }
}
