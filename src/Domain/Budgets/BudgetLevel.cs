namespace MyBudget.Domain.Budgets;

/// <summary>
/// What a budget can reach in one of its periods: one of its thresholds, or that it is exceeded, which comes after a threshold of 100 %
/// and before those above.
/// </summary>
public readonly record struct BudgetLevel : IComparable<BudgetLevel>
{
    private BudgetLevel(int number) => Number = number;

    public static BudgetLevel Exceeded { get; } = new(0);

    /// <summary>As it is stored: the percentage of a threshold, and 0, which none has, for exceeded.</summary>
    public int Number { get; }

    public bool IsExceeded => Number == 0;

    /// <summary>Of what is available; 100 when exceeded.</summary>
    public int Percent => IsExceeded ? 100 : Number;

    public static bool operator <(BudgetLevel left, BudgetLevel right) => left.CompareTo(right) < 0;

    public static bool operator >(BudgetLevel left, BudgetLevel right) => left.CompareTo(right) > 0;

    public static bool operator <=(BudgetLevel left, BudgetLevel right) => left.CompareTo(right) <= 0;

    public static bool operator >=(BudgetLevel left, BudgetLevel right) => left.CompareTo(right) >= 0;

    /// <param name="number">A percentage, or 0 for exceeded.</param>
    public static BudgetLevel Of(int number) =>
        number >= 0 ? new BudgetLevel(number) : throw new ArgumentOutOfRangeException(nameof(number), number, "Not a level of a budget.");

    /// <summary>The levels that are reached, lowest first.</summary>
    internal static IEnumerable<BudgetLevel> ReachedIn(BudgetStatus status, IReadOnlyList<int> thresholds)
    {
        var reached = thresholds.Where(threshold => status.PercentUsed >= threshold).Select(Of);
        return (status.Remaining < 0 ? reached.Append(Exceeded) : reached).Order();
    }

    public int CompareTo(BudgetLevel other) => (Percent, IsExceeded).CompareTo((other.Percent, other.IsExceeded));
}
