namespace MyBudget.Domain;

/// <summary>An exact amount in the minor unit of its currency: EUR 12.50 is 1250, JPY 12 is 12, BHD 1.234 is 1234.</summary>
public readonly record struct Money(long Minor, Currency Currency)
{
    /// <summary>
    /// The largest amount of one entry or budget, either way. With 15 digits a JSON number stays exact for clients that read
    /// it as a double, and more than nine thousand entries of this very size still add up inside a <see cref="long"/>.
    /// Sums may be larger; one that leaves the range of <see cref="long"/> is <c>money.overflow</c>, never a wrapped number.
    /// </summary>
    public const long MaxMinor = 999_999_999_999_999;

    public static bool IsEntryAmount(long minor) => minor is >= -MaxMinor and <= MaxMinor;

    public static Money Zero(Currency currency) => new(0, currency);

    public static Money operator +(Money left, Money right) => left.With(Narrow((Int128)left.Minor + right.InCurrencyOf(left).Minor));

    public static Money operator -(Money left, Money right) => left.With(Narrow((Int128)left.Minor - right.InCurrencyOf(left).Minor));

    public static Money operator -(Money value) => value.With(Narrow(-(Int128)value.Minor));

    /// <summary>Adds minor units of one currency; a sum that does not fit is <c>money.overflow</c>.</summary>
    public static long Sum(IEnumerable<long> minors) =>
        // Int128 holds more longs than there will ever be entries, so only the result can be too large, not the way to it.
        Narrow(minors.Aggregate(Int128.Zero, (sum, minor) => sum + minor));

    public static bool TryFromDecimal(decimal value, Currency currency, out Money money)
    {
        money = default;
        if (decimal.Round(value, currency.MinorUnits) != value || value is < long.MinValue or > long.MaxValue) return false;
        var minor = value * Scale(currency);
        if (minor is < long.MinValue or > long.MaxValue) return false;
        money = new Money((long)minor, currency);
        return true;
    }

    /// <summary>The amount in the major unit, with exactly as many decimals as the currency has.</summary>
    public decimal ToDecimal()
    {
        var magnitude = Minor < 0 ? (ulong)-(Int128)Minor : (ulong)Minor;
        return new decimal((int)magnitude, (int)(magnitude >> 32), 0, Minor < 0, (byte)Currency.MinorUnits);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ToDecimal()} {Currency}");

    private static decimal Scale(Currency currency) => currency.MinorUnits switch
    {
        0 => 1m,
        2 => 100m,
        3 => 1_000m,
        _ => 10_000m,
    };

    private static long Narrow(Int128 minor) => minor >= long.MinValue && minor <= long.MaxValue
        ? (long)minor
        : throw new RuleViolation("money.overflow", "The amounts add up to more than can be kept.");

    private Money With(long minor) => new(minor, Currency);

    private Money InCurrencyOf(Money other) => Currency == other.Currency
        ? this
        : throw new RuleViolation("money.currency-mismatch", $"{Currency} cannot be added to {other.Currency}.");
}
