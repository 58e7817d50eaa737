using Carter;
using MyBudget.Features.Sync.GetChanges;
using MyBudget.Features.Sync.GetDigest;

namespace MyBudget.Features.Sync;

public sealed class SyncModule : ICarterModule, IFeature
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<SyncedKinds>();
        services.AddScoped<ChangeFeed>();
    }

    public void AddRoutes(IEndpointRouteBuilder app) => app.MapGroup("/api/v1/ledgers/{ledgerId:guid}").WithTags("Sync")
        .MapUseCases(GetChangesEndpoint.Map, GetDigestEndpoint.Map);
}
