namespace MyBudget.Domain;

/// <summary>One stretch of a <see cref="PeriodSchedule"/>, both days included.</summary>
public readonly record struct Period(int Index, DateOnly Start, DateOnly End)
{
    public int Days => End.DayNumber - Start.DayNumber + 1;

    public bool Contains(DateOnly day) => day >= Start && day <= End;
}
