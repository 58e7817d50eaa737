using System.Text.Json;
using MyBudget.Domain;

namespace MyBudget.Tests.Domain;

public sealed class CurrencyTests
{
    [Theory]
    [InlineData("EUR", 2)]
    [InlineData("RUB", 2)]
    [InlineData("MGA", 2)]
    [InlineData("JPY", 0)]
    [InlineData("ISK", 0)]
    [InlineData("XAF", 0)]
    [InlineData("BHD", 3)]
    [InlineData("LYD", 3)]
    [InlineData("CLF", 4)]
    [InlineData("UYW", 4)]
    [InlineData("HRK", 2)]
    [InlineData("BGN", 2)]
    public void The_minor_unit_is_that_of_ISO_4217(string code, int minorUnits) => Currency.Of(code).MinorUnits.ShouldBe(minorUnits);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("eur")]
    [InlineData("EURO")]
    [InlineData(" EUR")]
    [InlineData("XXX")]
    [InlineData("XTS")]
    [InlineData("XAU")]
    [InlineData("ZZZ")]
    public void Whatever_else_is_no_currency(string? code) => Currency.TryParse(code, out _).ShouldBeFalse();

    [Fact]
    public void Every_code_is_three_capital_letters_and_reads_back_as_the_same_instance()
    {
        Currency.All.Count.ShouldBeGreaterThan(160);
        foreach (var (code, currency) in Currency.All)
        {
            code.ShouldMatch("^[A-Z]{3}$");
            currency.ToString().ShouldBe(code);
            Currency.Parse(code, provider: null).ShouldBeSameAs(currency);
        }
    }

    [Fact]
    public void Parsing_an_unknown_code_says_so() =>
        Should.Throw<FormatException>(() => Currency.Of("eur")).Message.ShouldContain("eur");

    [Fact]
    public void JSON_is_the_plain_code_as_value_and_as_key()
    {
        var amounts = new Dictionary<Currency, Currency> { [Currency.Of("USD")] = Currency.Of("EUR") };

        var json = JsonSerializer.Serialize(amounts);

        json.ShouldBe("""{"USD":"EUR"}""");
        JsonSerializer.Deserialize<Dictionary<Currency, Currency>>(json).ShouldBe(amounts);
        JsonSerializer.Deserialize<Currency>("null").ShouldBeNull();
    }

    [Theory]
    [InlineData("\"eur\"")]
    [InlineData("978")]
    [InlineData("{}")]
    public void JSON_that_is_no_currency_is_refused(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Currency>(json));
}
