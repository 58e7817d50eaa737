using System.Diagnostics.CodeAnalysis;

namespace MyBudget.Features.Budgets;

/// <summary>A budget, as it stands and as clients see it. Amounts are in the minor unit of its currency.</summary>
public record Budget : BudgetDetails, ILedgerState<Budget>
{
    public Budget() { }

    [SetsRequiredMembers]
    private Budget(BudgetDetails details) : base(details) => Amounts = [];

    /// <summary>UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The amounts that were decided, each with the start of the first period it applies to.</summary>
    public required IReadOnlyList<BudgetAmount> Amounts { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Grows with every change; see <c>ETag</c>.</summary>
    public required int Version { get; init; }

    public static Budget? Fold(Budget? state, Guid id, object e) => e switch
    {
        BudgetCreated created => new Budget(created.Details)
        {
            Id = id,
            Amounts = [new BudgetAmount(created.Details.StartsOn, created.Details.Amount)],
            CreatedAt = created.At,
            UpdatedAt = created.At,
            Version = 1,
        },
        BudgetRevised revised => state!.After(revised),
        BudgetDeleted => null,
        _ => state,
    };

    private Budget After(BudgetRevised e) => new(e.Now)
    {
        Id = Id,
        Amounts = e.AmountFrom is { } from ? AmountsWith(from, e.Now.Amount) : Amounts,
        CreatedAt = CreatedAt,
        UpdatedAt = e.At,
        Version = Version + 1,
    };

    internal BudgetPlan ToPlan() => new(new PeriodSchedule(Period, StartsOn, EndsOn), Amounts, Rollover, Thresholds);

    /// <summary>An amount holds from its first period on, so it also takes the place of what was decided for later ones.</summary>
    internal IReadOnlyList<BudgetAmount> AmountsWith(DateOnly from, long amount)
    {
        List<BudgetAmount> amounts = [.. Amounts.Where(earlier => earlier.FromPeriodStart < from)];
        if (amounts.Count == 0 || amounts[^1].Amount != amount) amounts.Add(new BudgetAmount(from, amount));
        return amounts;
    }
}
