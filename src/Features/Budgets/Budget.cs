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

    /// <summary>The plan: the amounts that were decided, each with the start of the first period it applies to, in that order.</summary>
    public required IReadOnlyList<BudgetAmount> Amounts { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>UTC; only seen when a creation is repeated after a deletion.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

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
        Amounts = AmountsAfter(e),
        CreatedAt = CreatedAt,
        UpdatedAt = e.At,
        Version = Version + 1,
    };

    /// <summary>As it was when it was deleted.</summary>
    internal Budget Deleted(DateTimeOffset at) => this with { DeletedAt = at, UpdatedAt = at, Version = Version + 1 };

    internal BudgetPlan ToPlan() => new(ToSchedule(), Amounts, Rollover, Thresholds);

    /// <summary>What is in force on a day: that of the first period before the start, of the last one after the end.</summary>
    internal long AmountOn(DateOnly day) => Amounts.In(ToSchedule().PeriodDecidedOn(day));

    private IReadOnlyList<BudgetAmount> AmountsAfter(BudgetRevised e)
    {
        if (e.AmountFrom is not { } from) return Amounts;
        var period = e.Now.ToSchedule().PeriodDecidedOn(from);
        return e.AmountReach switch
        {
            AmountReach.FromThenOn => Amounts.FromThenOn(period, e.Now.Amount),
            AmountReach.OnlyPeriod => Amounts.OnlyIn(period, e.Now.Amount),
            _ => Amounts.InsteadOfLater(from, e.Now.Amount),
        };
    }
}
