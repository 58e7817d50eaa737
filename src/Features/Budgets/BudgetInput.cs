using FluentValidation;
using MyBudget.Domain;
using MyBudget.Domain.Budgets;
using MyBudget.Features.Budgets.Contracts;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Budgets;

/// <summary>A budget as clients write it.</summary>
/// <param name="Name">1 to 100 characters, unique among the ledger's budgets.</param>
/// <param name="Icon">At most 50 characters: a name from the client's set, or an emoji.</param>
/// <param name="Amount">Minor units, not negative.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Period">week, month, quarter, year or once.</param>
/// <param name="StartsOn">The day that periods are counted from.</param>
/// <param name="EndsOn">The last day; required for once.</param>
/// <param name="CategoryIds">Expense categories; empty or absent for all of them and uncategorised outflows.</param>
/// <param name="AccountIds">Empty or absent for every account that is on budget.</param>
/// <param name="Rollover">none (if absent), surplus, deficit or both.</param>
/// <param name="Thresholds">
/// At most ten percentages of 1 to 1000 to be warned at. A new budget without them gets those of <c>client-config</c>; none when empty.
/// </param>
/// <param name="EffectiveOn">
/// Of a patch that sets the amount: the amount applies from the period with this day. If absent, from the one with today's date in
/// UTC: a ledger is shared, and its members may live in several time zones.
/// </param>
internal sealed record BudgetInput(
    string? Name, string? Icon, long? Amount, string? Currency, PeriodKind? Period, DateOnly? StartsOn, DateOnly? EndsOn,
    IReadOnlyList<Guid>? CategoryIds, IReadOnlyList<Guid>? AccountIds, Rollover? Rollover, IReadOnlyList<int>? Thresholds,
    DateOnly? EffectiveOn)
{
    public static BudgetInput Of(Budget budget) => new(
        budget.Name, budget.Icon, budget.Amount, budget.Currency.Code, budget.Period, budget.StartsOn, budget.EndsOn,
        budget.CategoryIds, budget.AccountIds, budget.Rollover, budget.Thresholds, EffectiveOn: null);

    /// <summary>Only what a validator has passed.</summary>
    public BudgetDetails ToDetails() => new(
        Name!.Trim(), string.IsNullOrWhiteSpace(Icon) ? null : Icon.Trim(), Amount!.Value, Domain.Currency.Of(Currency!), Period!.Value,
        StartsOn!.Value, EndsOn, [.. (CategoryIds ?? []).Distinct()], [.. (AccountIds ?? []).Distinct()],
        Rollover ?? Domain.Budgets.Rollover.None, [.. (Thresholds ?? []).Distinct().Order()]);
}

internal sealed class BudgetInputValidator : AbstractValidator<BudgetInput>
{
    private const int MostIds = 1_000;
    private const int MostThresholds = 10;

    public BudgetInputValidator()
    {
        RuleFor(budget => budget.Name).Name();
        RuleFor(budget => budget.Icon).Line(50);
        RuleFor(budget => budget.Amount).Required();
        RuleFor(budget => budget.Amount).Must(amount => amount is null or (>= 0 and <= Money.MaxMinor))
            .WithErrorCode("amount-range").WithMessage("The amount is negative or too large.");
        RuleFor(budget => budget.Currency).NotEmpty().CurrencyCode();
        RuleFor(budget => budget.Period).Required();
        RuleFor(budget => budget.StartsOn).Required().CalendarDate();
        RuleFor(budget => budget.EndsOn).CalendarDate();
        RuleFor(budget => budget.EffectiveOn).CalendarDate();
        RuleFor(budget => budget.EndsOn).NotNull().When(budget => budget.Period is PeriodKind.Once)
            .WithErrorCode("end-required").WithMessage("A single period needs the day it ends on.");
        RuleFor(budget => budget.EndsOn).Must((budget, end) => end is null || budget.StartsOn is null || end >= budget.StartsOn)
            .WithErrorCode("ends-before-start").WithMessage("The end lies before the start.");
        RuleFor(budget => budget.CategoryIds).Must(ids => ids is null || ids.Count <= MostIds)
            .WithErrorCode("too-many").WithMessage($"At most {MostIds} are allowed.");
        RuleFor(budget => budget.AccountIds).Must(ids => ids is null || ids.Count <= MostIds)
            .WithErrorCode("too-many").WithMessage($"At most {MostIds} are allowed.");
        RuleFor(budget => budget.Thresholds).Must(thresholds => thresholds is null || thresholds.Count <= MostThresholds)
            .WithErrorCode("too-many").WithMessage($"At most {MostThresholds} are allowed.");
        RuleFor(budget => budget.Thresholds).Must(thresholds => thresholds?.All(percent => percent is >= 1 and <= 1_000) is not false)
            .WithErrorCode("percent-range").WithMessage("A threshold is a whole number from 1 to 1000.");
    }
}
