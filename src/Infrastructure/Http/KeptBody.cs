using System.Buffers;

namespace MyBudget.Infrastructure.Http;

/// <summary>Keeps what is read of a body, in memory of the pool. How large it may be is limited where it comes from.</summary>
internal sealed class KeptBody(Stream body) : Stream
{
    private byte[] _kept = [];
    private int _length;

    public ReadOnlySpan<byte> Bytes => _kept.AsSpan(0, _length);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public async Task ReadToEndAsync(CancellationToken cancellationToken)
    {
        var rest = ArrayPool<byte>.Shared.Rent(4 * 1024);
        try
        {
            while (await ReadAsync(rest, cancellationToken) > 0)
            {
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rest);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await body.ReadAsync(buffer, cancellationToken);
        Keep(buffer.Span[..count]);
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Bodies are read asynchronously.");

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (_kept.Length > 0) ArrayPool<byte>.Shared.Return(_kept);
        (_kept, _length) = ([], 0);
        base.Dispose(disposing);
    }

    private void Keep(ReadOnlySpan<byte> read)
    {
        if (_kept.Length - _length < read.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _kept.Length, _length + read.Length));
            Bytes.CopyTo(larger);
            if (_kept.Length > 0) ArrayPool<byte>.Shared.Return(_kept);
            _kept = larger;
        }

        read.CopyTo(_kept.AsSpan(_length));
        _length += read.Length;
    }
}
