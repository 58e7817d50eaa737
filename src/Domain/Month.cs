using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace MyBudget.Domain;

/// <summary>A calendar month, written <c>yyyy-MM</c>.</summary>
[JsonConverter(typeof(MonthJsonConverter))]
public readonly record struct Month : IParsable<Month>, IComparable<Month>
{
    private const string Format = "yyyy-MM";

    // Months since 0001-01, so that the default value is a month too.
    private readonly int ordinal;

    public Month(int year, int number)
        : this(Ordinal(new DateOnly(year, number, 1)))
    {
    }

    private Month(int ordinal) => this.ordinal = ordinal;

    public int Year => (ordinal / 12) + 1;

    public int Number => (ordinal % 12) + 1;

    public DateOnly FirstDay => new(Year, Number, 1);

    public DateOnly LastDay => new(Year, Number, DateTime.DaysInMonth(Year, Number));

    public static bool operator <(Month left, Month right) => left.ordinal < right.ordinal;

    public static bool operator >(Month left, Month right) => left.ordinal > right.ordinal;

    public static bool operator <=(Month left, Month right) => left.ordinal <= right.ordinal;

    public static bool operator >=(Month left, Month right) => left.ordinal >= right.ordinal;

    public static Month Of(DateOnly day) => new(Ordinal(day));

    public static Month Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var month)
        ? month
        : throw new FormatException($"'{s}' is not a month of the form {Format} within the dates of a ledger.");

    /// <summary>Reads only months of <see cref="LedgerDate"/>'s range, so that a month from a client always has neighbours.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Month result)
    {
        result = default;
        if (!DateOnly.TryParseExact(s, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            || !LedgerDate.IsAllowed(first))
        {
            return false;
        }

        result = Of(first);
        return true;
    }

    public Month Next() => Of(FirstDay.AddMonths(1));

    public Month Previous() => Of(FirstDay.AddMonths(-1));

    public bool Contains(DateOnly day) => Of(day) == this;

    public int CompareTo(Month other) => ordinal.CompareTo(other.ordinal);

    public override string ToString() => FirstDay.ToString(Format, CultureInfo.InvariantCulture);

    private static int Ordinal(DateOnly day) => ((day.Year - 1) * 12) + day.Month - 1;
}
