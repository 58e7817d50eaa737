namespace MyBudget.Domain;

/// <summary>The calendar dates a ledger takes: wide enough for any household, far enough from the calendar's ends for any period.</summary>
public static class LedgerDate
{
    public static readonly DateOnly Min = new(1900, 1, 1);

    public static readonly DateOnly Max = new(2199, 12, 31);

    public static bool IsAllowed(DateOnly date) => date >= Min && date <= Max;
}
