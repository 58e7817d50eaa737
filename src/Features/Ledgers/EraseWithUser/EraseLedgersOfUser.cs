using Marten;
using MediatR;
using MyBudget.Domain;
using MyBudget.Features.Identity.Contracts;
using MyBudget.Infrastructure.Persistence;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Ledgers.EraseWithUser;

/// <summary>A user who leaves takes along the ledgers that nobody else owns, and leaves the others.</summary>
internal sealed class EraseLedgersOfUser(IDocumentSession session) : INotificationHandler<UserErased>
{
    public async Task Handle(UserErased notification, CancellationToken cancellationToken)
    {
        var user = notification.UserId;
        var mine = await session.Query<LedgerMembership>().Where(member => member.UserId == user).ToListAsync(cancellationToken);
        foreach (var membership in mine)
        {
            var ledger = membership.LedgerId;
            var members = await session.Query<LedgerMembership>().Where(member => member.LedgerId == ledger).ToListAsync(cancellationToken);
            if (membership.Role is LedgerRole.Owner && !members.Any(other => other.UserId != user && other.Role is LedgerRole.Owner))
                await session.EraseLedgerAsync(ledger, cancellationToken);
            else
                session.Delete<LedgerMembership>(membership.Id);
        }
    }
}
