using CsCheck;
using MyBudget.Domain;

namespace MyBudget.Tests.Domain;

public sealed class MoneyTests
{
    private static readonly Currency Euro = Currency.Of("EUR");

    private static readonly Gen<Money> InEuro =
        Gen.Long[-Money.MaxMinor, Money.MaxMinor].Select(minor => new Money(minor, Euro));

    private static readonly Gen<Money> InAny =
        Gen.Select(Gen.Long, Gen.OneOf([.. Currency.All.Values]), (minor, currency) => new Money(minor, currency));

    [Fact]
    public void Addition_has_a_zero_is_commutative_and_associative() => Gen.Select(InEuro, InEuro, InEuro).Sample((a, b, c) =>
        a + Money.Zero(Euro) == a && a + b == b + a && a + b + c == a + (b + c));

    [Fact]
    public void Subtraction_undoes_addition() => Gen.Select(InEuro, InEuro).Sample((a, b) =>
        a + b - b == a && a - b == a + (-b) && a - a == Money.Zero(Euro) && -(-a) == a);

    [Fact]
    public void A_sum_is_that_of_its_parts_in_any_order() => InEuro.Array[0, 50].Sample(parts =>
        Money.Sum(parts.Select(part => part.Minor)) == parts.Reverse().Aggregate(Money.Zero(Euro), (sum, part) => sum + part).Minor);

    [Fact]
    public void Every_amount_of_every_currency_survives_the_way_through_decimal() => InAny.Sample(money =>
        Money.TryFromDecimal(money.ToDecimal(), money.Currency, out var back) && back == money);

    [Theory]
    [InlineData(-1250, "EUR", "-12.50 EUR")]
    [InlineData(5, "EUR", "0.05 EUR")]
    [InlineData(12, "JPY", "12 JPY")]
    [InlineData(1234, "BHD", "1.234 BHD")]
    [InlineData(0, "CLF", "0.0000 CLF")]
    [InlineData(long.MinValue, "EUR", "-92233720368547758.08 EUR")]
    public void It_is_written_with_the_decimals_of_its_currency(long minor, string code, string text) =>
        new Money(minor, Currency.Of(code)).ToString().ShouldBe(text);

    [Theory]
    [InlineData("12.5", "EUR", 1250)]
    [InlineData("12.5000000000000000000000000", "EUR", 1250)]
    [InlineData("-0.01", "EUR", -1)]
    [InlineData("12", "JPY", 12)]
    [InlineData("1.234", "BHD", 1234)]
    [InlineData("-92233720368547758.08", "EUR", long.MinValue)]
    [InlineData("-9223372036854775808", "JPY", long.MinValue)]
    [InlineData("9223372036854775807", "JPY", long.MaxValue)]
    public void A_decimal_that_fits_is_taken_exactly(string value, string code, long minor)
    {
        Money.TryFromDecimal(Decimal(value), Currency.Of(code), out var money).ShouldBeTrue();
        money.ShouldBe(new Money(minor, Currency.Of(code)));
    }

    [Theory]
    [InlineData("12.505", "EUR")]
    [InlineData("0.5", "JPY")]
    [InlineData("0.0000000000000000000000000001", "BHD")]
    [InlineData("92233720368547758.08", "EUR")]
    [InlineData("9223372036854775808", "JPY")]
    [InlineData("-9223372036854775809", "JPY")]
    [InlineData("79228162514264337593543950335", "JPY")]
    [InlineData("-79228162514264337593543950335", "CLF")]
    public void A_decimal_too_fine_or_too_large_is_refused(string value, string code) =>
        Money.TryFromDecimal(Decimal(value), Currency.Of(code), out _).ShouldBeFalse();

    [Fact]
    public void What_does_not_fit_is_an_overflow_and_never_wraps()
    {
        var most = new Money(long.MaxValue, Euro);
        var least = new Money(long.MinValue, Euro);

        ShouldOverflow(() => _ = most + new Money(1, Euro));
        ShouldOverflow(() => _ = least - new Money(1, Euro));
        ShouldOverflow(() => _ = -least);
        ShouldOverflow(() => Money.Sum([long.MaxValue, 1]));
        Money.Sum([long.MaxValue, long.MaxValue, long.MinValue, long.MinValue]).ShouldBe(-2);
    }

    [Fact]
    public void Currencies_are_never_mixed()
    {
        var dollar = new Money(1, Currency.Of("USD"));

        Should.Throw<RuleViolation>(() => _ = Money.Zero(Euro) + dollar).Code.ShouldBe("money.currency-mismatch");
        Should.Throw<RuleViolation>(() => _ = Money.Zero(Euro) - dollar).Code.ShouldBe("money.currency-mismatch");
    }

    [Fact]
    public void Nine_thousand_of_the_largest_entries_still_add_up() =>
        Money.Sum(Enumerable.Repeat(Money.MaxMinor, 9_000)).ShouldBe(Money.MaxMinor * 9_000);

    [Theory]
    [InlineData(Money.MaxMinor, true)]
    [InlineData(-Money.MaxMinor, true)]
    [InlineData(Money.MaxMinor + 1, false)]
    [InlineData(long.MinValue, false)]
    public void An_entry_has_at_most_fifteen_digits(long minor, bool allowed) => Money.IsEntryAmount(minor).ShouldBe(allowed);

    private static void ShouldOverflow(Action action) => Should.Throw<RuleViolation>(action).Code.ShouldBe("money.overflow");

    private static decimal Decimal(string value) => decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
}
