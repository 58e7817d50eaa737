using Alba;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Infrastructure.Operations.Retention;

namespace MyBudget.IntegrationTests;

internal static class Retention
{
    /// <summary>Deletes what was kept long enough, after the host's own round if that is at it just now: a clock that was advanced begins one.</summary>
    /// <returns>The rows that went, by rule.</returns>
    public static async Task<IReadOnlyDictionary<string, long>> SweepAsync(this IAlbaHost host)
    {
        var job = host.Services.GetRequiredService<RetentionJob>();
        while (true)
        {
            if (await job.RunAsync(TestContext.Current.CancellationToken) is { } gone) return gone;
            await Task.Yield();
        }
    }
}
