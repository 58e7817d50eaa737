using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Infrastructure.Http;

namespace MyBudget.IntegrationTests.Infrastructure.Http;

public sealed class RateLimitTests
{
    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", true)]
    public void an_anonymous_caller_is_counted_by_network(string first, string second, bool same) =>
        (Partition(first, 30).PartitionKey == Partition(second, 30).PartitionKey).ShouldBe(same);

    [Theory]
    [InlineData(1, 60_000)]
    [InlineData(30, 2_000)]
    [InlineData(119, 504)]
    [InlineData(1200, 50)]
    public void a_minute_refills_a_minutes_worth(int perMinute, int millisecondsEach)
    {
        var partition = Partition("192.0.2.7", perMinute);
        using var limiter = (TokenBucketRateLimiter)partition.Factory(partition.PartitionKey);
        limiter.ReplenishmentPeriod.TotalMilliseconds.ShouldBe(millisecondsEach, tolerance: 1);
        limiter.GetStatistics()!.CurrentAvailablePermits.ShouldBe(perMinute);
    }

    private static RateLimitPartition<string> Partition(string address, int perMinute)
    {
        var services = new ServiceCollection().Configure<Limits>(limits => limits.AddressPerMinute = perMinute).BuildServiceProvider();
        return RateLimits.Partition(new DefaultHttpContext { RequestServices = services, Connection = { RemoteIpAddress = IPAddress.Parse(address) } });
    }
}
