using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.IdentityModel.JsonWebTokens;

namespace MyBudget.Infrastructure.Http;

/// <summary>
/// Token buckets per signed-in user, or per network where nobody is signed in. They guard this replica against abuse; limits
/// that matter for security (sign-in attempts) are kept in PostgreSQL, where all replicas see them.
/// </summary>
internal static class RateLimits
{
    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, _) =>
            {
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : TimeSpan.FromSeconds(1);
                context.HttpContext.Response.Headers.RetryAfter =
                    Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Partition);
        });
        return services;
    }

    internal static RateLimitPartition<string> Partition(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/health")) return RateLimitPartition.GetNoLimiter("health");

        var limits = context.RequestServices.GetRequiredService<IOptions<Limits>>().Value;
        return context.User.FindFirstValue(JwtRegisteredClaimNames.Sub) is { } user
            ? Bucket($"user {user}", limits.UserPerMinute)
            : Bucket($"network {Caller.NetworkOf(context.Connection.RemoteIpAddress)}", limits.AddressPerMinute);
    }

    /// <summary>A minute's worth may come at once; then it refills evenly.</summary>
    private static RateLimitPartition<string> Bucket(string key, int perMinute) =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
            QueueLimit = 0,
            AutoReplenishment = true,
        });
}
