using System.IO.Pipelines;

namespace MyBudget.Infrastructure.UseCases;

/// <summary>Writes the JSON of an export straight into an answer.</summary>
/// <param name="into">The answer's body.</param>
/// <param name="options">How the API writes.</param>
/// <param name="withReceipts">Whether receipts' bytes were asked for.</param>
public sealed class ExportWriter(PipeWriter into, JsonSerializerOptions options, bool withReceipts = false) : IDisposable
{
    private const int Enough = 32 * 1024;

    private long _sent;

    public bool WithReceipts => withReceipts;

    public Utf8JsonWriter Json { get; } = new(into);

    /// <summary>A value in the shape that the API gives it.</summary>
    public void Write<T>(T value) => JsonSerializer.Serialize(Json, value, options);

    /// <summary>Sends what has gathered, once it is worth a packet; waits for a slow client.</summary>
    public async ValueTask DrainAsync(CancellationToken cancellationToken)
    {
        if (Json.BytesCommitted + Json.BytesPending - _sent >= Enough) await FlushAsync(cancellationToken);
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        // The serializer flushes by itself, but synchronously and only as far as the pipe.
        await Json.FlushAsync(cancellationToken);
        await into.FlushAsync(cancellationToken);
        _sent = Json.BytesCommitted;
    }

    public void Dispose() => Json.Dispose();
}
