using Carter;
using MyBudget.Features.Currencies.ListCurrencies;

namespace MyBudget.Features.Currencies;

public sealed class CurrenciesModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app) =>
        app.MapGroup("/api/v1/currencies").WithTags("Currencies").MapUseCases(ListCurrenciesEndpoint.Map);
}
