using Microsoft.AspNetCore.Http.HttpResults;

namespace MyBudget.Features.Ledgers.AcceptInvitation;

internal static class AcceptInvitationEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/{code}/acceptance", async Task<Results<Tagged<LedgerView>, NotFound>> (
            string code, CurrentUser user, Invitations invitations, LedgerScope scope, IMediator mediator, CancellationToken ct) =>
        {
            if (await invitations.FindAsync(code, user.UserId, ct) is not { } invitation) return TypedResults.NotFound();
            // The message's session belongs to the ledger that the user is about to enter.
            scope.Enter(invitation.LedgerId, user.UserId, invitation.Role);
            return await mediator.Send(new AcceptInvitation(invitation.Id, user.UserId, user.SessionId), ct)
                .OrNotFound(ledger => new Tagged<LedgerView>(ledger, EntityTag.Of(ledger.Version, ledger.Revision)));
        })
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Become a member of the ledger; a repeat is the same success")
        .Produces<LedgerView>()
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}
