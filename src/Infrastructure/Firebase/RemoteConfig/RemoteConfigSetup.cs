using System.Net;

namespace MyBudget.Infrastructure.Firebase.RemoteConfig;

internal static class RemoteConfigSetup
{
    /// <summary>Several times what Google lets a template have.</summary>
    private const int LargestAnswer = 4 * 1024 * 1024;

    public static IServiceCollection AddRemoteConfig(this IServiceCollection services)
    {
        services.AddHttpClient<RemoteConfigClient>("remote-config", client =>
            {
                client.MaxResponseContentBufferSize = LargestAnswer;
                // Nobody waits for it, and the next look is the retry.
                client.Timeout = TimeSpan.FromSeconds(10);
            })
            // Google tells the tag only to those who accept compressed answers.
            .ToGoogle(handler => handler.AutomaticDecompression = DecompressionMethods.GZip);
        services.AddSingleton<RemoteConfigMetrics>();
        services.AddHostedService<RemoteConfigPoller>();
        return services;
    }
}
