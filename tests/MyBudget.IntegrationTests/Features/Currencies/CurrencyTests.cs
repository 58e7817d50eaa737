using System.Net;
using MyBudget.Domain;

namespace MyBudget.IntegrationTests.Features.Currencies;

public sealed class CurrencyTests(AppFixture app)
{
    [Theory]
    [InlineData("en", "EUR 2 Euro", "JPY 0 Japanese yen", "BHD 3 Bahraini dinar", "CLF 4 Chilean unit of account")]
    [InlineData("ru", "EUR 2 Евро", "JPY 0 Японская иена", "BHD 3 Бахрейнский динар", "CLF 4 Чилийская условная расчётная единица")]
    public async Task all_are_listed_with_their_digits_and_names(string language, params string[] some)
    {
        var listed = (await (await app.SignInAsync()).GetAsync("/api/v1/currencies", ("Accept-Language", language))).ShouldBe(HttpStatusCode.OK).Items;

        listed.Select(currency => currency.GetProperty("code").GetString()).ShouldBe(Currency.All.Keys.Order(StringComparer.Ordinal));
        var told = listed.Select(currency => $"{currency.GetProperty("code")} {currency.GetProperty("digits")} {currency.GetProperty("name")}").ToList();
        foreach (var expected in some) told.ShouldContain(expected);
        told.ShouldBeUnique();
    }
}
