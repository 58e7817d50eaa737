using System.Net;

namespace MyBudget.Infrastructure.Firebase.RemoteConfig;

internal static class RemoteConfigSetup
{
    private const string Client = "remote-config";

    /// <summary>Several times what Google lets a template have.</summary>
    private const int LargestAnswer = 4 * 1024 * 1024;

    public static IServiceCollection AddRemoteConfig(this IServiceCollection services)
    {
        services.AddOptions<FirebaseSettings>()
            .Validate(
                settings => settings.RemoteConfigInterval > TimeSpan.Zero && settings.RemoteConfigInterval <= TimeSpan.FromDays(1),
                "Firebase:RemoteConfigInterval is more than nothing and at most a day.");
        services.AddHttpClient(Client, client =>
            {
                client.MaxResponseContentBufferSize = LargestAnswer;
                // Nobody waits for it, and the next look is the retry.
                client.Timeout = TimeSpan.FromSeconds(10);
            })
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                // Google tells the tag only to those who accept it.
                AutomaticDecompression = DecompressionMethods.GZip,
                PooledConnectionLifetime = TimeSpan.FromMinutes(10),
                ConnectTimeout = TimeSpan.FromSeconds(5),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddSingleton(provider => new RemoteConfigClient(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(Client), provider.GetRequiredService<GoogleAccess>(),
            provider.GetRequiredService<IOptions<FirebaseSettings>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<RemoteConfigMetrics>();
        services.AddHostedService<RemoteConfigPoller>();
        return services;
    }
}
