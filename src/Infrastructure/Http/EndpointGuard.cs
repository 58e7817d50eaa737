using Microsoft.AspNetCore.Authorization;

namespace MyBudget.Infrastructure.Http;

/// <summary>Refuses to start with an endpoint that says nothing about who may call it: before the server listens.</summary>
internal sealed class EndpointGuard(EndpointDataSource endpoints) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        var open = endpoints.Endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
                               && !endpoint.Metadata.OfType<IAuthorizeData>().Any(data => data.Policy is not null))
            .Select(endpoint => endpoint.DisplayName)
            .ToList();
        if (open.Count > 0) throw new InvalidOperationException($"Endpoints without an authorization policy: {string.Join(", ", open)}");
    };
}
