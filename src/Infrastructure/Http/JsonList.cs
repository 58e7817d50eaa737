using System.Buffers;

namespace MyBudget.Infrastructure.Http;

/// <summary>
/// Builds <c>{"items":[...],"nextCursor":...}</c> out of stored JSON. A page of it is so large that the garbage collector would have to
/// go through the whole heap for every few of them, so its memory comes from the pool.
/// </summary>
internal sealed class JsonList
{
    private byte[] _rented = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int _length;
    private bool _any;

    public JsonList() => "{\"items\":["u8.CopyTo(Take(10));

    public void Add(ReadOnlySpan<byte> item) => Add(item, [], []);

    /// <summary>An item out of three parts.</summary>
    public void Add(ReadOnlySpan<byte> start, ReadOnlySpan<byte> middle, ReadOnlySpan<byte> end)
    {
        if (_any) Take(1)[0] = (byte)',';
        _any = true;
        start.CopyTo(Take(start.Length));
        middle.CopyTo(Take(middle.Length));
        end.CopyTo(Take(end.Length));
    }

    /// <param name="nextCursor">Base64url text, or null on the last page.</param>
    /// <param name="more">Further members, JSON in ASCII without the braces around them.</param>
    public JsonText Close(string? nextCursor = null, string? more = null)
    {
        var cursor = nextCursor is null ? "null" : $"\"{nextCursor}\"";
        return CloseWith(more is null ? $"\"nextCursor\":{cursor}" : $"\"nextCursor\":{cursor},{more}");
    }

    /// <summary>The same with other members than a list's usual one.</summary>
    /// <param name="members">JSON in ASCII without the braces around them.</param>
    public JsonText CloseWith(string members)
    {
        var end = $"],{members}}}";
        Encoding.ASCII.GetBytes(end, Take(end.Length));
        return new JsonText(_rented.AsMemory(0, _length)) { Rented = _rented };
    }

    private Span<byte> Take(int count)
    {
        if (_rented.Length - _length < count)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _rented.Length, _length + count));
            _rented.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_rented);
            _rented = larger;
        }

        var taken = _rented.AsSpan(_length, count);
        _length += count;
        return taken;
    }
}
