using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace MyBudget.Benchmarks.Load;

/// <summary>
/// One kept-alive connection that reads no more of an answer than its status and its end: the load shares the processors with
/// the servers, so it has to be cheap.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[64 * 1024];

    public static async Task<HttpConnection> OpenAsync(int port, CancellationToken cancellationToken)
    {
        var connection = new HttpConnection();
        await connection._socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        return connection;
    }

    /// <summary>Sends a request and answers the status of the response, once all of it has arrived.</summary>
    public async ValueTask<int> ExchangeAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        await _socket.SendAsync(request, cancellationToken);
        var length = 0;
        while (true)
        {
            if (length == _buffer.Length) Array.Resize(ref _buffer, 2 * length);
            var received = await _socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
            if (received == 0) throw new IOException("The server closed the connection.");
            length += received;
            if (IsComplete(_buffer.AsSpan(0, length))) return Utf8Parser.TryParse(_buffer.AsSpan(9, 3), out int status, out _) ? status : 0;
        }
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsComplete(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;

        if (answer[9..12].SequenceEqual("304"u8)) return true;
        var head = answer[..end];
        var body = answer[(end + 4)..];
        var at = head.IndexOf("\r\nContent-Length: "u8);
        // JSON holds no line ends of its own, so the last chunk cannot be mistaken.
        if (at < 0) return body.StartsWith("0\r\n\r\n"u8) || body.EndsWith("\r\n0\r\n\r\n"u8);
        return Utf8Parser.TryParse(head[(at + 18)..], out int length, out _) && body.Length >= length;
    }
}
