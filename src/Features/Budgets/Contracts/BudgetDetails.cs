namespace MyBudget.Features.Budgets.Contracts;

/// <summary>What a user says about a budget.</summary>
public record BudgetDetails
{
    /// <summary>Unique among the ledger's budgets.</summary>
    public required string Name { get; init; }

    /// <summary>A name from the client's set, or an emoji.</summary>
    public string? Icon { get; init; }

    /// <summary>What may be spent in a period. Shown is what is in force on the caller's day; an event has what it decided.</summary>
    public required long Amount { get; init; }

    /// <summary>ISO 4217.</summary>
    public required Currency Currency { get; init; }

    /// <summary>week, month, quarter, year or once.</summary>
    public required PeriodKind Period { get; init; }

    /// <summary>How many weeks or months are one period; 1 for the others.</summary>
    public int Every { get; init; } = 1;

    /// <summary>The day that periods are counted from.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The last day, if there is one.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Empty for every expense category and uncategorised outflows.</summary>
    /// <remarks>
    /// A category that was deleted leaves the list unless it is the last: the budget then matches nothing until somebody says what it is
    /// for, rather than everything.
    /// </remarks>
    public required IReadOnlyList<Guid> CategoryIds { get; init; }

    /// <summary>Empty for every account that is on budget.</summary>
    public required IReadOnlyList<Guid> AccountIds { get; init; }

    /// <summary>none, surplus, deficit or both.</summary>
    public required Rollover Rollover { get; init; }

    /// <summary>Percentages to be warned at, ascending.</summary>
    public required IReadOnlyList<int> Thresholds { get; init; }

    public PeriodSchedule ToSchedule() => new(Period, StartsOn, EndsOn, Every);

    /// <summary>These members alone, of a budget that has more.</summary>
    public BudgetDetails ToDetails() => new(this);

    // A record compares its lists by reference; a repeated request has to be recognised by what it says.
    public virtual bool Equals(BudgetDetails? other) =>
        other is not null && EqualityContract == other.EqualityContract
        && Name == other.Name && Icon == other.Icon && Amount == other.Amount && Currency == other.Currency
        && Period == other.Period && Every == other.Every && StartsOn == other.StartsOn && EndsOn == other.EndsOn && Rollover == other.Rollover
        && CategoryIds.SequenceEqual(other.CategoryIds) && AccountIds.SequenceEqual(other.AccountIds)
        && Thresholds.SequenceEqual(other.Thresholds);

    public override int GetHashCode() => HashCode.Combine(Name, Amount, Currency, Period, StartsOn, EndsOn, CategoryIds.Count);
}
