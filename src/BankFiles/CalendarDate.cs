namespace MyBudget.BankFiles;

/// <summary>Dates that a bank account can have; a year far off is a misread field, not a date.</summary>
internal static class CalendarDate
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    public static bool IsPlausible(DateOnly date) => date.Year is >= FirstYear and <= LastYear;

    public static bool TryCreate(int year, int month, int day, out DateOnly date)
    {
        date = default;
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new DateOnly(year, month, day);
        return true;
    }
}
