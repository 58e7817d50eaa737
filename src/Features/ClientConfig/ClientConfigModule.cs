using Carter;
using MyBudget.Features.ClientConfig.GetClientConfig;

namespace MyBudget.Features.ClientConfig;

public sealed class ClientConfigModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app) =>
        app.MapGroup("/api/v1/client-config").WithTags("Client configuration").MapUseCases(GetClientConfigEndpoint.Map);
}
