using Marten;
using MediatR;
using MyBudget.Domain;
using MyBudget.Features.Ledgers.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http.Problems;
using MyBudget.Infrastructure.Security;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Ledgers.RemoveMember;

internal sealed record RemoveMember(Guid LedgerId, Guid UserId) : ICommand<bool>;

internal sealed class RemoveMemberHandler(IDocumentSession session, LedgerScope scope, IMediator mediator, TimeProvider time)
    : IRequestHandler<RemoveMember, bool>
{
    /// <returns>False when the user is no member.</returns>
    public async Task<bool> Handle(RemoveMember command, CancellationToken cancellationToken)
    {
        await session.TakeRevisionAsync(cancellationToken);
        var members = await session.MembersAsync(command.LedgerId, cancellationToken);
        var acting = members.SingleOrDefault(member => member.UserId == scope.UserId) ?? throw new LedgerGoneException();
        if (members.SingleOrDefault(member => member.UserId == command.UserId) is not { } leaving) return false;

        var left = Decide(members, leaving, acting, time.GetUtcNow());
        var stream = await session.Events.FetchForWriting<Ledger>(command.LedgerId, cancellationToken);
        var ledger = stream.Aggregate ?? throw new LedgerGoneException();
        stream.AppendOne(left);
        session.Delete<LedgerMembership>(leaving.Id);
        session.WithdrawInvitations(ledger.Id, leaving.UserId);
        if (leaving.UserId != acting.UserId)
            await mediator.Publish(new MembershipChanged(ledger.Id, ledger.Name, leaving.UserId, Role: null, acting.UserId, left.At), cancellationToken);
        await session.SaveChangesAsync(cancellationToken);
        return true;
    }

    internal static MemberLeft Decide(IReadOnlyList<LedgerMembership> members, LedgerMembership leaving, LedgerMembership acting, DateTimeOffset now)
    {
        if (leaving.UserId != acting.UserId && acting.Role is not LedgerRole.Owner) throw new RoleTooWeakException();
        if (leaving.Role is LedgerRole.Owner) members.EnsureAnotherOwner(leaving.UserId);
        return new MemberLeft(leaving.UserId, leaving.Role, acting.UserId, now);
    }
}
