namespace MyBudget.Features.Ledgers.WithdrawInvitation;

internal static class WithdrawInvitationEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/invitations/{id:guid}", (Guid ledgerId, Guid id, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new WithdrawInvitation(ledgerId, id), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerOwner)
        .WithSummary("Take an open invitation back");
}
