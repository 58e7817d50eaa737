using FluentValidation;
using Marten;
using MediatR;
using MyBudget.Domain;
using MyBudget.Features.Identity.Contracts;
using MyBudget.Features.Ledgers.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Security;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Ledgers.ChangeRole;

internal sealed record ChangeRole(Guid LedgerId, Guid UserId, MergePatch Patch) : ICommand<MemberView?>;

internal sealed class ChangeRoleHandler(
    IDocumentSession session, LedgerScope scope, IValidator<MemberDetails> validator, IMediator mediator, TimeProvider time)
    : IRequestHandler<ChangeRole, MemberView?>
{
    /// <returns>Null when the user is no member.</returns>
    public async Task<MemberView?> Handle(ChangeRole command, CancellationToken cancellationToken)
    {
        await session.TakeRevisionAsync(cancellationToken);
        var members = await session.MembersAsync(command.LedgerId, cancellationToken);
        members.EnsureOwner(scope.UserId);
        if (members.SingleOrDefault(member => member.UserId == command.UserId) is not { } known) return null;

        var details = command.Patch.ApplyTo(new MemberDetails(known.Role));
        await validator.ValidateAndThrowAsync(details, cancellationToken);
        var user = await session.LoadAsync<UserProfile>(known.UserId, cancellationToken);
        if (Decide(members, known, details.Role!.Value, scope.UserId, time.GetUtcNow()) is not { } changed)
            return MemberView.Of(known, user, withEmail: true);

        var stream = await session.Events.FetchForWriting<Ledger>(command.LedgerId, cancellationToken);
        var ledger = stream.Aggregate ?? throw new LedgerGoneException();
        stream.AppendOne(changed);
        var member = known with { Role = changed.To };
        session.Store(member);
        if (known.Role is LedgerRole.Owner) session.WithdrawInvitations(command.LedgerId, known.UserId);
        if (member.UserId != scope.UserId)
        {
            await mediator.Publish(
                new MembershipChanged(ledger.Id, ledger.Name, member.UserId, member.Role, scope.UserId, changed.At), cancellationToken);
        }

        await session.SaveChangesAsync(cancellationToken);
        return MemberView.Of(member, user, withEmail: true);
    }

    /// <returns>Null when the member has that role already.</returns>
    internal static MemberRoleChanged? Decide(
        IReadOnlyList<LedgerMembership> members, LedgerMembership member, LedgerRole role, Guid by, DateTimeOffset now)
    {
        if (member.Role == role) return null;
        if (member.Role is LedgerRole.Owner) members.EnsureAnotherOwner(member.UserId);
        return new MemberRoleChanged(member.UserId, member.Role, role, by, now);
    }
}
