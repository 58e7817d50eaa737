using Microsoft.AspNetCore.HttpOverrides;

namespace MyBudget.Infrastructure.Http;

internal static class EdgeSetup
{
    /// <summary>The client's address from the reverse proxy, if there is one, and from nobody else.</summary>
    public static IServiceCollection AddEdge(this IServiceCollection services)
    {
        const string networks = $"{EdgeSettings.Section}:{nameof(EdgeSettings.Networks)}";
        services.AddSettings<EdgeSettings>(EdgeSettings.Section)
            .Validate(settings => settings.Parse() is not null, $"{networks} is not a list of networks such as 10.20.0.0/24.")
            .Validate<IConfiguration>(
                (_, configuration) => !string.Equals(configuration["forwardedHeaders_enabled"], "true", StringComparison.OrdinalIgnoreCase),
                $"ASPNETCORE_FORWARDEDHEADERS_ENABLED lets every client choose its address: name the proxy's network in {networks} instead.");
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<EdgeSettings>>((options, settings) =>
        {
            // The proxy adds what it has seen at the end; what stands before that was the client's to write.
            options.ForwardLimit = 1;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in settings.Value.Parse() ?? []) options.KnownIPNetworks.Add(network);
            // Without a network no header is read at all: ASP.NET Core takes an empty list for everybody.
            options.ForwardedHeaders = options.KnownIPNetworks.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        });
        return services;
    }
}
