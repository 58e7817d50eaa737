namespace MyBudget.Domain;

public enum PeriodKind
{
    Week,
    Month,
    Quarter,
    Year,

    /// <summary>A single period from the start to the end of its schedule.</summary>
    Once,
}
