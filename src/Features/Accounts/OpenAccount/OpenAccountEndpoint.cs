using MediatR;
using MyBudget.Features.Accounts.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.OpenApi;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Accounts.OpenAccount;

internal static class OpenAccountEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/", async (OpenAccountRequest body, LedgerScope scope, IMediator mediator, CancellationToken ct) =>
        {
            var details = new AccountInput(body.Name, body.Type, body.Currency, body.OpeningBalance, body.OpenedOn, body.OnBudget);
            var (id, json) = await mediator.Send(new OpenAccount(body.Id, details), ct);
            return json with { Location = $"/api/v1/ledgers/{scope.LedgerId}/accounts/{id}" };
        })
        .RequireAuthorization(Policies.LedgerEditor)
        .WithSummary("Open an account with its opening balance")
        .Produces<AccountView>(StatusCodes.Status201Created)
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}

/// <param name="Id">A UUID chosen by the client, so that a repeat after a lost response opens nothing twice.</param>
/// <param name="Name">1 to 100 characters, unique among the ledger's open accounts.</param>
/// <param name="Type">checking, savings, cash, creditCard, loan, investment or other.</param>
/// <param name="Currency">ISO 4217; fixed once opened.</param>
/// <param name="OpeningBalance">Minor units, 0 if absent.</param>
/// <param name="OpenedOn">The day of the opening balance.</param>
/// <param name="OnBudget">If absent: true for checking, savings, cash and creditCard.</param>
[RequiredMembers("name", "type", "currency", "openedOn")]
internal sealed record OpenAccountRequest(
    Guid? Id, string? Name, AccountType? Type, string? Currency, long? OpeningBalance, DateOnly? OpenedOn, bool? OnBudget);
