namespace MyBudget.Features.Accounts.OrderAccounts;

internal static class OrderAccountsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPut("/order", (AccountOrder body, IMediator mediator, CancellationToken ct) => mediator.Send(new OrderAccounts(body.Ids), ct))
        .RequireAuthorization(Policies.LedgerEditor)
        .WithSummary("Put accounts in this order; those that are not named follow by name, and closed ones after them")
        .Produces<Page<AccountView>>()
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}

/// <param name="Ids">Accounts, first to last.</param>
[RequiredMembers("ids")]
internal sealed record AccountOrder(IReadOnlyList<Guid>? Ids);
