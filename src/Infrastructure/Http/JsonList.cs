using System.Buffers;
using System.Text;

namespace MyBudget.Infrastructure.Http;

/// <summary>Builds <c>{"items":[...],"nextCursor":...}</c> out of stored JSON.</summary>
public sealed class JsonList
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private bool _any;

    public JsonList() => _buffer.Write("{\"items\":["u8);

    public void Add(ReadOnlySpan<byte> item)
    {
        if (_any) _buffer.Write(","u8);
        _any = true;
        _buffer.Write(item);
    }

    /// <param name="nextCursor">Base64url text, or null on the last page.</param>
    public JsonText Close(string? nextCursor = null)
    {
        _buffer.Write(Encoding.ASCII.GetBytes(nextCursor is null ? "],\"nextCursor\":null}" : $"],\"nextCursor\":\"{nextCursor}\"}}"));
        return new JsonText(_buffer.WrittenMemory);
    }
}
