using Carter;
using MyBudget.Features.ClientConfig.GetAssetLinks;
using MyBudget.Features.ClientConfig.GetClientConfig;
using MyBudget.Features.ClientConfig.GetSecurityContacts;

namespace MyBudget.Features.ClientConfig;

public sealed class ClientConfigModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app)
    {
        app.MapGroup("/api/v1/client-config").WithTags("Client configuration").MapUseCases(GetClientConfigEndpoint.Map);
        app.MapGroup("/.well-known").WithTags("Client configuration").MapUseCases(GetAssetLinksEndpoint.Map, GetSecurityContactsEndpoint.Map);
    }
}
