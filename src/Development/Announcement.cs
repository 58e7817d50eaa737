using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using MyBudget.Infrastructure.Operations.OperatorPort;

namespace MyBudget.Development;

/// <summary>Tells the developer who started the server that it answers now, and where.</summary>
internal sealed class Announcement(IServer server, IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() =>
        {
            var address = server.LocalAddress();
            if (address is null) return;
            Console.WriteLine($"MyBudget is ready at {address}");
            Console.WriteLine($"The API is described at {address}/docs");
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

internal static class ServerAddress
{
    /// <summary>An address at which this machine reaches the server; null where it does not listen, as in tests.</summary>
    public static string? LocalAddress(this IServer server) =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address ? Addresses.Local(address) : null;
}
