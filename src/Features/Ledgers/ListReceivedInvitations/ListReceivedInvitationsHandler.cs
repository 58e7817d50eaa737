using MediatR;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Ledgers.ListReceivedInvitations;

internal sealed record ListReceivedInvitations(Guid UserId) : IQuery<IReadOnlyList<ReceivedInvitation>>;

internal sealed class ListReceivedInvitationsHandler(Invitations invitations)
    : IRequestHandler<ListReceivedInvitations, IReadOnlyList<ReceivedInvitation>>
{
    public Task<IReadOnlyList<ReceivedInvitation>> Handle(ListReceivedInvitations request, CancellationToken cancellationToken) =>
        invitations.ListAsync(request.UserId, cancellationToken);
}
