using System.Net;
using System.Net.Sockets;

namespace MyBudget.Infrastructure.WebPush;

/// <summary>Asks for the addresses of a host.</summary>
internal delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken cancellationToken);

internal static class HostNames
{
    /// <summary>
    /// On a thread of its own, which waits for as long as a name server keeps it waiting; strangers have such servers, and the threads of the
    /// pool are for requests.
    /// </summary>
    public static Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        var asked = Task.Factory.StartNew(() => Dns.GetHostAddresses(host), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        // What nobody waits for any more is no fault to report.
        _ = asked.ContinueWith(static failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return asked.WaitAsync(cancellationToken);
    }
}

/// <summary>
/// Connects to push services. The addresses that are looked at are those that are connected to: were the name asked for again, it could
/// lead elsewhere by then.
/// </summary>
internal sealed class PushConnections(ResolveHost resolve, IOptions<WebPushSettings> settings)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await resolve(host, cancellationToken);
        if (addresses.Length == 0) throw new SocketException((int)SocketError.HostNotFound);

        var isLocal = settings.Value.LocalService is { } local && local.IdnHost == host && local.Port == port;
        if (!isLocal && !addresses.All(PublicAddresses.Include)) throw new AddressNotPublicException();

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A host's name leads, among others, to where strangers are not to send us.</summary>
internal sealed class AddressNotPublicException() : IOException("The host has an address that is not public.");
