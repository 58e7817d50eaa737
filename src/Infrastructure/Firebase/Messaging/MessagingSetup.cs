using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace MyBudget.Infrastructure.Firebase.Messaging;

internal static class MessagingSetup
{
    private const string Client = "fcm";
    private const int LargestAnswer = 64 * 1024;

    public static IServiceCollection AddFcm(this IServiceCollection services)
    {
        services.AddHttpClient<FcmClient>(Client, client =>
            {
                client.MaxResponseContentBufferSize = LargestAnswer;
                client.Timeout = Timeout.InfiniteTimeSpan;
            })
            .ToGoogle(handler =>
            {
                handler.EnableMultipleHttp2Connections = true;
                handler.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
                handler.KeepAlivePingTimeout = TimeSpan.FromSeconds(10);
            })
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
        return services;
    }
}
