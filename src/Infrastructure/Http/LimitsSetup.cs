using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace MyBudget.Infrastructure.Http;

internal static class LimitsSetup
{
    public static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.AddSettings<Limits>(Limits.Section)
            .Validate(given => given is { UserPerMinute: > 0 and <= Limits.MostPerMinute, AddressPerMinute: > 0 and <= Limits.MostPerMinute },
                $"{Limits.Section}: requests per minute are between 1 and {Limits.MostPerMinute}.")
            .Validate(given => given is { BodyBytes: > 0, ImportBytes: > 0 }, $"{Limits.Section}: BodyBytes and ImportBytes are more than 0.")
            .Validate(given => given is { ImportsAtOnce: > 0, ImportsPerUser: > 0 }, $"{Limits.Section}: ImportsAtOnce and ImportsPerUser are more than 0.")
            .Validate(given => given is { ReceiptBytes: > 0, ReceiptsPerLedgerBytes: > 0, ReceiptsAtOnce: > 0, ReceiptsPerUser: > 0 },
                $"{Limits.Section}: ReceiptBytes, ReceiptsPerLedgerBytes, ReceiptsAtOnce and ReceiptsPerUser are more than 0.")
            .Validate(given => given is { ManyEntriesAtOnce: > 0, ManyEntriesPerUser: > 0, LargestBatchesAtOnce: > 0, BatchesPerUser: > 0 },
                $"{Limits.Section}: ManyEntriesAtOnce, ManyEntriesPerUser, LargestBatchesAtOnce and BatchesPerUser are more than 0.")
            .Validate(given => given is { ExportsAtOnce: > 0, ExportsPerUser: > 0 }, $"{Limits.Section}: ExportsAtOnce and ExportsPerUser are more than 0.")
            .Validate(given => given.WaitForTurn >= TimeSpan.Zero, $"{Limits.Section}: WaitForTurn is not less than 0.")
            .Validate(given => given.RequestTimeout > TimeSpan.Zero && given.LongRequestTimeout >= given.RequestTimeout,
                $"{Limits.Section}: RequestTimeout is more than 0, and LongRequestTimeout not less.");
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<Limits>>((kestrel, limits) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = limits.Value.BodyBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        services.AddRequestTimeouts();
        services.AddOptions<RequestTimeoutOptions>().Configure<IOptions<Limits>>((options, limits) =>
        {
            options.DefaultPolicy = Timeout(limits.Value.RequestTimeout);
            options.AddPolicy(HttpSetup.LongTimeout, Timeout(limits.Value.LongRequestTimeout));
        });
        services.AddRateLimits();
        return services;
    }

    private static RequestTimeoutPolicy Timeout(TimeSpan timeout) =>
        new() { Timeout = timeout, TimeoutStatusCode = StatusCodes.Status504GatewayTimeout };
}
