using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace MyBudget.Infrastructure.Firebase.Messaging;

internal static class MessagingSetup
{
    private const string Client = "fcm";
    private const int LargestAnswer = 64 * 1024;

    public static IServiceCollection AddFcm(this IServiceCollection services)
    {
        services.AddHttpClient(Client, client =>
            {
                client.MaxResponseContentBufferSize = LargestAnswer;
                client.Timeout = Timeout.InfiniteTimeSpan;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                EnableMultipleHttp2Connections = true,
                // Google moves its addresses; a connection is given up in time to follow.
                PooledConnectionLifetime = TimeSpan.FromMinutes(10),
                ConnectTimeout = TimeSpan.FromSeconds(5),
                KeepAlivePingDelay = TimeSpan.FromSeconds(30),
                KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // It would write four lines for every push; what went wrong the outbox logs.
            .RemoveAllLoggers()
            .AddResilienceHandler(Client, pipeline => pipeline
                // While FCM fails altogether, every message is spared its try for a while. No retries: the outbox has them.
                .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
                {
                    FailureRatio = 0.9,
                    MinimumThroughput = 50,
                    SamplingDuration = TimeSpan.FromSeconds(10),
                    BreakDuration = TimeSpan.FromSeconds(5),
                    // Also one that gives no answer in time; the caller measures that.
                    ShouldHandle = tried => ValueTask.FromResult(
                        HttpClientResiliencePredicates.IsTransient(tried.Outcome) || tried.Outcome.Exception is OperationCanceledException),
                }));
        services.AddSingleton(provider => new FcmClient(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(Client), provider.GetRequiredService<GoogleAccess>(),
            provider.GetRequiredService<IOptions<FirebaseSettings>>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
