namespace MyBudget.Features.Ledgers.GetInvitation;

internal sealed record GetInvitation(string Code, Guid UserId) : IQuery<ReceivedInvitation?>;

internal sealed class GetInvitationHandler(Invitations invitations) : IRequestHandler<GetInvitation, ReceivedInvitation?>
{
    public async Task<ReceivedInvitation?> Handle(GetInvitation request, CancellationToken cancellationToken) =>
        await invitations.FindAsync(request.Code, request.UserId, cancellationToken) is { } found
            ? await invitations.ShowAsync(found, cancellationToken)
            : null;
}
