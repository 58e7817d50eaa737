using System.Buffers.Binary;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>
/// Ids for what a list shows in the order it was made: within one replica each is greater than the one before, also in the same
/// millisecond and after the clock was set back. UUIDs, version 7, with a counter beside the time (RFC 9562, section 6.2, method 1).
/// </summary>
internal sealed class OrderedIds
{
    private const int CounterBits = 12;

    /// <summary>Milliseconds and counter of the last one. A counter that runs over borrows from the next millisecond.</summary>
    private long _last;

    public Guid Next(DateTimeOffset now)
    {
        long last, next;
        do
        {
            last = Volatile.Read(ref _last);
            next = Math.Max(last + 1, now.ToUnixTimeMilliseconds() << CounterBits);
        }
        while (Interlocked.CompareExchange(ref _last, next, last) != last);

        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(now).TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(bytes, (next >> CounterBits << 16) | 0x7000 | (next & 0xFFF));
        return new Guid(bytes, bigEndian: true);
    }
}
