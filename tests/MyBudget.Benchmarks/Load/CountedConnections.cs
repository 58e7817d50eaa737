using System.Net;
using System.Net.Sockets;

namespace MyBudget.Benchmarks.Load;

/// <summary>An HTTP client that knows how many bytes have arrived, heads and frames included.</summary>
internal sealed class CountedConnections : IDisposable
{
    private long _received;

    public CountedConnections(int port) => Http = new HttpClient(new SocketsHttpHandler
    {
        ConnectCallback = async (_, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return new Counted(socket, this);
        },
    })
    {
        BaseAddress = new Uri($"http://127.0.0.1:{port}"),
        Timeout = TimeSpan.FromMinutes(10),
    };

    public HttpClient Http { get; }

    public long Received => Interlocked.Read(ref _received);

    public void Dispose() => Http.Dispose();

    private sealed class Counted(Socket socket, CountedConnections owner) : NetworkStream(socket, ownsSocket: true)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            Interlocked.Add(ref owner._received, read);
            return read;
        }
    }
}
