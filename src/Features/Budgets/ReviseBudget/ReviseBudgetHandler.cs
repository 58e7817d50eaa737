using FluentValidation;
using Marten;
using MediatR;
using MyBudget.Domain;
using MyBudget.Domain.Budgets;
using MyBudget.Features.Budgets.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Budgets.ReviseBudget;

internal sealed record ReviseBudget(Guid Id, MergePatch Patch, IfMatch IfMatch) : ICommand<JsonText?>;

internal sealed class ReviseBudgetHandler(
    IDocumentSession session, LedgerScope scope, IValidator<BudgetInput> validator, TimeProvider time)
    : IRequestHandler<ReviseBudget, JsonText?>
{
    public async Task<JsonText?> Handle(ReviseBudget command, CancellationToken cancellationToken)
    {
        await session.TakeRevisionAsync(cancellationToken);
        var stream = await session.Events.FetchForWriting<Budget>(command.Id, cancellationToken);
        if (stream.Aggregate is not { } budget) return null;
        command.IfMatch.Ensure(budget.Version);

        var input = command.Patch.ApplyTo(BudgetInput.Of(budget));
        await validator.ValidateAndThrowAsync(input, cancellationToken);
        if (Decide(budget, input.ToDetails(), input.EffectiveOn, scope.UserId, time.GetUtcNow()) is { } revised)
        {
            var others = await session.Query<Budget>().ToListAsync(cancellationToken);
            BudgetRules.EnsureNameIsFree(others, budget.Id, revised.Now.Name);
            await session.EnsureNamedExistAsync(revised.Now, revised.Was, cancellationToken);
            stream.AppendOne(revised);
            await session.SaveChangesAsync(cancellationToken);
        }

        return await BudgetRows.FindAsync(session, budget.Id, cancellationToken);
    }

    /// <summary>Null when nothing changes.</summary>
    internal static BudgetRevised? Decide(Budget budget, BudgetDetails details, DateOnly? effectiveOn, Guid by, DateTimeOffset now)
    {
        var was = budget.ToDetails();
        if (details.Currency != was.Currency)
            throw new RuleViolation("budgets.currency-fixed", "The currency of a budget cannot change: its amounts so far are in it.");
        DateOnly? amountFrom = details.Amount != was.Amount || effectiveOn is not null
            ? BudgetMath.AmountAppliesFrom(
                new PeriodSchedule(details.Period, details.StartsOn, details.EndsOn), effectiveOn ?? DateOnly.FromDateTime(now.UtcDateTime))
            : null;
        if (amountFrom is { } from && budget.AmountsWith(from, details.Amount).SequenceEqual(budget.Amounts)) amountFrom = null;
        return details == was && amountFrom is null ? null : new BudgetRevised(was, details, amountFrom, by, now);
    }
}
