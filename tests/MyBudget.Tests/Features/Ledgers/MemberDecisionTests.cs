using CsCheck;
using MyBudget.Domain;
using MyBudget.Features.Ledgers.ChangeRole;
using MyBudget.Features.Ledgers.Contracts;
using MyBudget.Features.Ledgers.HandOverLedger;
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
    public void a_handover_is_a_new_owner_and_one_less()
    {
        var (owner, editor, second) = (Member(LedgerRole.Owner), Member(LedgerRole.Editor), Member(LedgerRole.Owner));
        Decide(editor.UserId, LedgerRole.Viewer).ShouldBe(
        [
            new MemberRoleChanged(editor.UserId, LedgerRole.Editor, LedgerRole.Owner, owner.UserId, Now),
            new MemberRoleChanged(owner.UserId, LedgerRole.Owner, LedgerRole.Viewer, owner.UserId, Now),
        ]);
        Decide(second.UserId, null).ShouldBe([new MemberLeft(owner.UserId, LedgerRole.Owner, owner.UserId, Now)]);
        Should.Throw<RuleViolation>(() => Decide(owner.UserId, null)).Code.ShouldBe("ledgers.handover-to-oneself");
        Should.Throw<RuleViolation>(() => Decide(Guid.CreateVersion7(), null)).Code.ShouldBe("ledgers.not-a-member");

        IReadOnlyList<object> Decide(Guid to, LedgerRole? role) =>
            HandOverLedgerHandler.Decide([owner, editor, second], to, role, owner.UserId, Now);
    }

    [Fact]
    public void whatever_is_decided_there_is_an_owner() => Gen.Select(
            Gen.Int[0, 2].Array[1, 5], Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 6]).Array[0, 20])
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
                    else if (role > 3)
                    {
                        // Only who is an owner under the ledger's lock gets so far.
                        if (by.Role is not LedgerRole.Owner) continue;
                        LedgerRole? stays = role == 6 ? null : (LedgerRole)(role - 4);
                        HandOverLedgerHandler.Decide(members, whom.UserId, stays, by.UserId, Now).Count.ShouldBeInRange(1, 2);
                        members[members.IndexOf(whom)] = whom with { Role = LedgerRole.Owner };
                        members.Remove(by);
                        if (stays is { } now) members.Add(by with { Role = now });
                    }
                    else if (ChangeRoleHandler.Decide(members, whom, (LedgerRole)role, by.UserId, Now) is { } changed)
                    {
                        members[members.IndexOf(whom)] = whom with { Role = changed.To };
                    }
                }
                catch (Exception refused) when (refused is AccessRefusedException or RuleViolation { Code: "ledgers.last-owner" or "ledgers.handover-to-oneself" })
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
