namespace MyBudget.Features.Budgets;

/// <summary>What a client says of a budget, new or not.</summary>
internal record BudgetFields
{
    /// <summary>1 to 100 characters, unique among the ledger's budgets.</summary>
    public string? Name { get; init; }

    /// <summary>At most 50 characters: a name from the client's set, or an emoji.</summary>
    public string? Icon { get; init; }

    /// <summary>Minor units, not negative.</summary>
    public long? Amount { get; init; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; init; }

    /// <summary>week, month, quarter, year or once.</summary>
    public PeriodKind? Period { get; init; }

    /// <summary>How many weeks (1 to 52) or months (1 to 12) are one period, such as 2 with week for every other week. 1 if absent, and with the other periods.</summary>
    public int? Every { get; init; }

    /// <summary>The day that periods are counted from.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>The last day; required for once.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Expense categories; empty or absent for all of them and uncategorised outflows.</summary>
    public IReadOnlyList<Guid>? CategoryIds { get; init; }

    /// <summary>Empty or absent for every account that is on budget.</summary>
    public IReadOnlyList<Guid>? AccountIds { get; init; }

    /// <summary>none (if absent), surplus, deficit or both.</summary>
    public Rollover? Rollover { get; init; }

    /// <summary>At most ten percentages of 1 to 1000 to be warned at. A new budget without them gets those of <c>client-config</c>; none when empty.</summary>
    public IReadOnlyList<int>? Thresholds { get; init; }

    /// <summary>Only what a validator has passed.</summary>
    public BudgetDetails ToDetails() => new()
    {
        Name = Name!.Trim(),
        Icon = string.IsNullOrWhiteSpace(Icon) ? null : Icon.Trim(),
        Amount = Amount!.Value,
        Currency = Domain.Currency.Of(Currency!),
        Period = Period!.Value,
        Every = Every ?? 1,
        StartsOn = StartsOn!.Value,
        EndsOn = EndsOn,
        CategoryIds = [.. (CategoryIds ?? []).Distinct()],
        AccountIds = [.. (AccountIds ?? []).Distinct()],
        Rollover = Rollover ?? default,
        Thresholds = [.. (Thresholds ?? []).Distinct().Order()],
    };
}

/// <summary>A budget as clients write it.</summary>
internal sealed record BudgetInput : BudgetFields
{
    /// <summary>
    /// Of a patch that sets the amount: the amount applies from the period with this day. If absent, from the one with today's date in
    /// the time zone of the caller. What was planned for later periods stays.
    /// </summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>Of a patch that sets the amount: true if it is for that period alone, and the next has again what it had before.</summary>
    public bool? OnlyPeriod { get; init; }
}

internal sealed class BudgetFieldsValidator : AbstractValidator<BudgetFields>
{
    private const int MostIds = 1_000;
    private const int MostThresholds = 10;

    public BudgetFieldsValidator()
    {
        RuleFor(budget => budget.Name).Name();
        RuleFor(budget => budget.Icon).Line(50);
        RuleFor(budget => budget.Amount).Required();
        RuleFor(budget => budget.Amount).Must(amount => amount is null or (>= 0 and <= Money.MaxMinor))
            .WithErrorCode("amount-range").WithMessage("The amount is negative or too large.");
        RuleFor(budget => budget.Currency).NotEmpty().CurrencyCode();
        RuleFor(budget => budget.Period).Required();
        RuleFor(budget => budget.Every).Must((budget, every) => every is null || (every >= 1 && every <= MostAtOnce(budget.Period)))
            .WithErrorCode("every-range").WithMessage("A period is of 1 to 52 weeks or 1 to 12 months; of the other kinds there is one at a time.");
        RuleFor(budget => budget.StartsOn).Required().CalendarDate();
        RuleFor(budget => budget.EndsOn).CalendarDate();
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

    /// <summary>Together at most a year.</summary>
    private static int MostAtOnce(PeriodKind? period) => period switch
    {
        PeriodKind.Week => 52,
        PeriodKind.Month => 12,
        _ => 1,
    };
}

internal sealed class BudgetInputValidator : AbstractValidator<BudgetInput>
{
    public BudgetInputValidator()
    {
        Include(new BudgetFieldsValidator());
        RuleFor(budget => budget.EffectiveOn).CalendarDate();
    }
}
