namespace MyBudget.Features.Budgets;

/// <summary>The days of which every period is asked for.</summary>
internal readonly record struct StatusRange(DateOnly From, DateOnly To)
{
    /// <summary>The year up to its end, which is today, if the ends are not given.</summary>
    public static StatusRange Of(DateOnly? from, DateOnly? to, DateOnly today)
    {
        var last = to ?? (from > today ? from.Value : today);
        return new StatusRange(from ?? last.AddYears(-1).AddDays(1), last);
    }
}
