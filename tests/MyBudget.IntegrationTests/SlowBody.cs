using System.Net;

namespace MyBudget.IntegrationTests;

/// <summary>A phone in a tunnel: the second half of the body comes later.</summary>
internal sealed class SlowBody : HttpContent
{
    private readonly byte[] _body;
    private readonly TaskCompletionSource _read = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _rest = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SlowBody(byte[] body, string type)
    {
        _body = body;
        Headers.TryAddWithoutValidation("Content-Type", type);
    }

    /// <summary>More has been sent than waits unread between client and server.</summary>
    public Task IsBeingRead => _read.Task;

    public void Finish() => _rest.SetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(_body.AsMemory(0, _body.Length / 2));
        await stream.FlushAsync();
        _read.SetResult();
        await _rest.Task;
        await stream.WriteAsync(_body.AsMemory(_body.Length / 2));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
