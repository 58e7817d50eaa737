using MediatR;
using MyBudget.Domain;
using MyBudget.Features.Budgets.Contracts;
using MyBudget.Infrastructure.Persistence;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Budgets.CreateBudget;

internal static class CreateBudgetEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapPost("/", async (CreateBudgetRequest body, LedgerScope scope, IMediator mediator, CancellationToken ct) =>
        {
            var (id, json) = await mediator.Send(new CreateBudget(body.Id, body.ToInput()), ct);
            return json with { Location = $"/api/v1/ledgers/{scope.LedgerId}/budgets/{id}" };
        })
        .RequireAuthorization(Policies.LedgerEditor)
        .WithName("CreateBudget")
        .WithSummary("Create a budget; what was spent in its periods so far counts")
        .Produces<BudgetView>(StatusCodes.Status201Created)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}

/// <inheritdoc cref="BudgetInput"/>
/// <param name="Id">A UUID chosen by the client, so that a repeat after a lost response creates nothing twice.</param>
internal sealed record CreateBudgetRequest(
    Guid? Id, string? Name, string? Icon, long? Amount, string? Currency, PeriodKind? Period, DateOnly? StartsOn, DateOnly? EndsOn,
    IReadOnlyList<Guid>? CategoryIds, IReadOnlyList<Guid>? AccountIds, Rollover? Rollover, IReadOnlyList<int>? Thresholds)
{
    public BudgetInput ToInput() => new(
        Name, Icon, Amount, Currency, Period, StartsOn, EndsOn, CategoryIds, AccountIds, Rollover, Thresholds, EffectiveOn: null);
}
