using Carter;
using MyBudget.Features.Sync.GetChanges;
using MyBudget.Features.Sync.GetDigest;
using MyBudget.Features.Sync.PushOperations;
using MyBudget.Features.Sync.StreamEvents;
using MyBudget.Infrastructure.Operations.Retention;

namespace MyBudget.Features.Sync;

public sealed class SyncModule : ICarterModule, IFeature
{
    /// <summary>A phone that was away for longer starts anew.</summary>
    private static readonly TimeSpan KeepOutcomes = TimeSpan.FromDays(90);

    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<SyncedKinds>();
        services.AddScoped<ChangeFeed>();
        services.AddSingleton<LiveStreams>();
        services.AddHostedService<LiveWatch>();
        services.AddScoped<OperationSender>();
        services.AddScoped<OperationRunner>();
        services.AddScoped<EntityEvents>();
        services.AddRetentionRule(new("SyncOutcomes", KeptOutcomes.Table, "at < $1", KeepOutcomes));
    }

    public void AddRoutes(IEndpointRouteBuilder app)
    {
        app.MapGroup("/api/v1/ledgers/{ledgerId:guid}").WithTags("Sync")
            .MapUseCases(GetChangesEndpoint.Map, GetDigestEndpoint.Map, PushOperationsEndpoint.Map);
        app.MapGroup("/api/v1").WithTags("Sync").MapUseCases(StreamEventsEndpoint.Map);
    }
}
