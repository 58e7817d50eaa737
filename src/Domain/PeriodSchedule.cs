namespace MyBudget.Domain;

/// <summary>
/// Periods counted from the day they start on, and never from each other: Jan 31 gives Feb 28 and then Mar 31 again.
/// They follow without a gap; the last one is clipped at <see cref="EndsOn"/>.
/// </summary>
public sealed record PeriodSchedule
{
    /// <param name="every">How many weeks, months, quarters or years are one period.</param>
    public PeriodSchedule(PeriodKind kind, DateOnly startsOn, DateOnly? endsOn = null, int every = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(every);
        if (!Enum.IsDefined(kind)) throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of period.");
        if (kind is PeriodKind.Once && endsOn is null)
            throw new RuleViolation("periods.end-required", "A single period needs the day it ends on.");
        if (endsOn < startsOn)
        {
            throw new RuleViolation("periods.ends-before-start", string.Create(
                CultureInfo.InvariantCulture, $"The end, {endsOn:yyyy-MM-dd}, lies before the start, {startsOn:yyyy-MM-dd}."));
        }

        (Kind, StartsOn, EndsOn, Every) = (kind, startsOn, endsOn, every);
    }

    public PeriodKind Kind { get; }

    public DateOnly StartsOn { get; }

    public DateOnly? EndsOn { get; }

    public int Every { get; }

    private DateOnly LastDay => EndsOn ?? DateOnly.MaxValue;

    private int DaysPerPeriod => 7 * Every;

    private int MonthsPerPeriod => Every * Kind switch
    {
        PeriodKind.Quarter => 3,
        PeriodKind.Year => 12,
        _ => 1,
    };

    /// <summary>The period that says how things stand on a day: none before the start, the last one after the end.</summary>
    public Period? PeriodAt(DateOnly day) => day < StartsOn ? null : At(IndexOf(day > LastDay ? LastDay : day));

    /// <summary>The period an entry of that day belongs to: none before the start and none after the end.</summary>
    public Period? PeriodContaining(DateOnly day) => day > LastDay ? null : PeriodAt(day);

    /// <summary>The period that a decision of a day applies from: the first one before the start, the last one after the end.</summary>
    public Period PeriodDecidedOn(DateOnly day) => PeriodAt(day) ?? At(0);

    /// <exception cref="ArgumentOutOfRangeException">There is no such period: it would start after the end.</exception>
    public Period At(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        if (StartOf(index) is not { } start || start > LastDay)
            throw new ArgumentOutOfRangeException(nameof(index), index, "The schedule ends before that period.");

        // The period at the calendar's end has no successor to end before.
        var end = StartOf((long)index + 1)?.AddDays(-1);
        return new Period(index, start, end is null || end > LastDay ? LastDay : end.Value);
    }

    private static int MonthOrdinal(DateOnly day) => (day.Year * 12) + day.Month - 1;

    private int IndexOf(DateOnly day)
    {
        switch (Kind)
        {
            case PeriodKind.Once:
                return 0;
            case PeriodKind.Week:
                return (day.DayNumber - StartsOn.DayNumber) / DaysPerPeriod;
            default:
                var months = MonthOrdinal(day) - MonthOrdinal(StartsOn);
                var anniversary = Math.Min(StartsOn.Day, DateTime.DaysInMonth(day.Year, day.Month));
                return (day.Day < anniversary ? months - 1 : months) / MonthsPerPeriod;
        }
    }

    private DateOnly? StartOf(long index) => Kind switch
    {
        PeriodKind.Once => index == 0 ? StartsOn : null,
        PeriodKind.Week => DayOrNull(StartsOn.DayNumber + (DaysPerPeriod * index)),
        _ => InMonthOrNull(MonthOrdinal(StartsOn) + (MonthsPerPeriod * index)),
    };

    private static DateOnly? DayOrNull(long dayNumber) =>
        dayNumber <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)dayNumber) : null;

    private DateOnly? InMonthOrNull(long ordinal)
    {
        if (ordinal > MonthOrdinal(DateOnly.MaxValue)) return null;
        var (year, month) = ((int)(ordinal / 12), (int)(ordinal % 12) + 1);
        return new DateOnly(year, month, Math.Min(StartsOn.Day, DateTime.DaysInMonth(year, month)));
    }
}
