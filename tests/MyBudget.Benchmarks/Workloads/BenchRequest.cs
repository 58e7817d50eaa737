using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MyBudget.Benchmarks.Workloads;

/// <summary>A request that both servers understand; a GET where there is no body.</summary>
internal sealed record BenchRequest(string Path, object? Body = null)
{
    /// <summary>What the client has already, as an entity tag.</summary>
    public string? Known { get; init; }

    public byte[] ToBytes(string token)
    {
        var body = Body is null ? [] : JsonSerializer.SerializeToUtf8Bytes(Body);
        var head = new StringBuilder();
        head.Append(Body is null ? "GET " : "POST ").Append(Path).Append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ").Append(token).Append("\r\n");
        if (Known is not null) head.Append("If-None-Match: ").Append(Known).Append("\r\n");
        if (Body is not null)
            head.Append(CultureInfo.InvariantCulture, $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n");
        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. body];
    }
}
