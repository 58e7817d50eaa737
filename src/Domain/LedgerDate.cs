using System.Globalization;

namespace MyBudget.Domain;

/// <summary>The calendar dates a ledger takes: wide enough for any household, far enough from the calendar's ends for any period.</summary>
public static class LedgerDate
{
    public static readonly DateOnly Min = new(1900, 1, 1);

    public static readonly DateOnly Max = new(2199, 12, 31);

    public static bool IsAllowed(DateOnly date) => date >= Min && date <= Max;

    public static DateOnly Checked(DateOnly date) => IsAllowed(date)
        ? date
        : throw new RuleViolation(
            "dates.out-of-range",
            string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd} is not between {Min:yyyy-MM-dd} and {Max:yyyy-MM-dd}."),
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["date"] = date, ["min"] = Min, ["max"] = Max });
}
