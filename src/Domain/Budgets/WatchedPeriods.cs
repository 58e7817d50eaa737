namespace MyBudget.Domain.Budgets;

internal static class WatchedPeriods
{
    /// <summary>
    /// The periods that notices are given of: the one with today, the one before it, since much is only entered once a period is
    /// over, and later ones that something was entered for. What is entered for the more distant past gives none.
    /// </summary>
    /// <param name="today">The owner's day.</param>
    public static IReadOnlyList<Period> Of(PeriodSchedule schedule, DateOnly today, IEnumerable<DateOnly> touched)
    {
        var watched = new SortedDictionary<int, Period>();
        if (schedule.PeriodAt(today) is { } latest)
        {
            // After the end of a schedule its last period is the one before, for as long as it was.
            if (today.DayNumber - latest.End.DayNumber <= latest.Days) watched[latest.Index] = latest;
            if (latest.Contains(today) && latest.Index > 0) watched[latest.Index - 1] = schedule.At(latest.Index - 1);
        }

        foreach (var day in touched.Where(day => day > today))
        {
            if (schedule.PeriodContaining(day) is { } later) watched[later.Index] = later;
        }

        return [.. watched.Values];
    }
}
