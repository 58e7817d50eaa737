using Microsoft.AspNetCore.Http.HttpResults;

namespace MyBudget.Features.Currencies.ListCurrencies;

internal static class ListCurrenciesEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/", Ok<Page<CurrencyView>> () => TypedResults.Ok(new Page<CurrencyView>(
            [.. Currency.All.Values.OrderBy(currency => currency.Code, StringComparer.Ordinal).Select(CurrencyView.Of)], NextCursor: null)))
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("The currencies of ISO 4217 that accounts, budgets and ledgers can have, by code, in one page");
}

/// <summary>A currency.</summary>
/// <param name="Code">ISO 4217.</param>
/// <param name="Digits">How many decimals its minor unit stands for: 2 for EUR, 0 for JPY, 3 for BHD. Amounts are whole numbers of minor units.</param>
/// <param name="Name">In the language of the request.</param>
internal sealed record CurrencyView(string Code, int Digits, string Name)
{
    public static CurrencyView Of(Currency currency) => new(
        currency.Code, currency.MinorUnits, CurrencyNames.Of(currency, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName));
}
