namespace MyBudget.Infrastructure.Firebase;

/// <summary>What the HTTP clients that speak to Google have in common.</summary>
internal static class GoogleClients
{
    public static IHttpClientBuilder ToGoogle(this IHttpClientBuilder client, Action<SocketsHttpHandler>? configure = null) => client
        // Addresses hold secrets, and the callers log what goes wrong.
        .RemoveAllLoggers()
        .ConfigurePrimaryHttpMessageHandler(() =>
        {
            var handler = new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                // Google moves its addresses; a connection is given up in time to follow.
                PooledConnectionLifetime = TimeSpan.FromMinutes(10),
                ConnectTimeout = TimeSpan.FromSeconds(5),
            };
            configure?.Invoke(handler);
            return handler;
        })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
}
