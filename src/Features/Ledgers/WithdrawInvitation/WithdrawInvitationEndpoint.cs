using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Ledgers.WithdrawInvitation;

internal static class WithdrawInvitationEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapDelete("/invitations/{id:guid}", async Task<Results<NoContent, NotFound>> (Guid ledgerId, Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new WithdrawInvitation(ledgerId, id), ct) ? TypedResults.NoContent() : TypedResults.NotFound())
        .RequireAuthorization(Policies.LedgerOwner)
        .WithName("WithdrawInvitation")
        .WithSummary("Take an open invitation back");
}
