using System.Net;

namespace MyBudget.BankFiles.Ofx;

/// <summary>
/// Walks over the tags of both OFX dialects, SGML with unclosed elements (OFX 1.x) and XML (OFX 2.x), and of the files that
/// are neither. Every character is visited a bounded number of times. No document type is processed and no entity but the
/// character references of HTML is expanded, each into one character, so nothing in a file can grow or reach outside.
/// </summary>
internal ref struct OfxTokenizer(ReadOnlySpan<byte> text)
{
    private const int MaxTagLength = 512;

    private static readonly byte[] Blanks = [.. " \t\r\n"u8];

    private readonly ReadOnlySpan<byte> _text = text;
    private readonly byte _lineEnd = text.Contains((byte)'\n') ? (byte)'\n' : (byte)'\r';
    private int _position;
    private int _countedTo;
    private int _lines = 1;
    private int _tagStart;
    private int _valueStart;
    private StringBuilder? _pieces;

    public ReadOnlySpan<byte> Name { get; private set; } = [];

    public bool IsClosing { get; private set; }

    /// <summary>The trimmed text between this tag and the next one; empty for an aggregate.</summary>
    public readonly string Value
    {
        get
        {
            var last = Decoded(_text[_valueStart.._position]);
            return _pieces is null ? last : string.Concat(_pieces.ToString(), last).Trim();
        }
    }

    /// <summary>The line of the current tag. To be asked for in the order of the tags.</summary>
    public int Line
    {
        get
        {
            if (_tagStart > _countedTo)
            {
                _lines += _text[_countedTo.._tagStart].Count(_lineEnd);
                _countedTo = _tagStart;
            }

            return _lines;
        }
    }

    public bool Read()
    {
        while (_position < _text.Length)
        {
            var next = _text[_position..].IndexOf((byte)'<');
            if (next < 0) break;
            _position += next;
            if (TrySkipMarkup() || !TryReadTag()) continue;
            ReadValue();
            return true;
        }

        _position = _tagStart = _text.Length;
        return false;
    }

    /// <summary>Comments, processing instructions, the document type, and CDATA outside of any element.</summary>
    private bool TrySkipMarkup()
    {
        var rest = _text[_position..];
        if (rest.StartsWith("<!--"u8)) SkipPast("-->"u8);
        else if (rest.StartsWith("<![CDATA["u8)) SkipPast("]]>"u8);
        else if (IsDocumentType(rest)) SkipDocumentType();
        else if (rest.StartsWith("<?"u8) || rest.StartsWith("<!"u8)) SkipPast(">"u8);
        else return false;
        return true;
    }

    private static bool IsDocumentType(ReadOnlySpan<byte> rest) =>
        rest.Length >= 9 && Ascii.EqualsIgnoreCase(rest[..9], "<!DOCTYPE"u8);

    private void SkipPast(ReadOnlySpan<byte> end)
    {
        var at = _text[_position..].IndexOf(end);
        _position = at < 0 ? _text.Length : _position + at + end.Length;
    }

    private void SkipDocumentType()
    {
        var end = _text[_position..].IndexOfAny((byte)'[', (byte)'>');
        if (end >= 0 && _text[_position + end] == '[') SkipPast("]"u8);
        if (_position < _text.Length) SkipPast(">"u8);
    }

    /// <summary>A '&lt;' that begins no tag is text; banks forget to escape it.</summary>
    private bool TryReadTag()
    {
        if (!IsTag(_position, out var end))
        {
            _position++;
            return false;
        }

        _tagStart = _position;
        var tag = _text[(_position + 1)..end];
        IsClosing = tag[0] == '/';
        Name = TagName(IsClosing ? tag[1..] : tag);
        _position = end + 1;
        return true;
    }

    private readonly bool IsTag(int at, out int end)
    {
        end = 0;
        var rest = _text[(at + 1)..];
        if (rest.Length > MaxTagLength) rest = rest[..MaxTagLength];
        var length = rest.IndexOfAny((byte)'<', (byte)'>');
        if (length <= 0 || rest[length] != '>') return false;
        end = at + 1 + length;
        var tag = rest[..length];
        if (tag[0] == '/') tag = tag[1..];
        var name = TagName(tag);
        if (name.IsEmpty || !char.IsAsciiLetter((char)name[0])) return false;
        var attributes = tag[name.Length..].Trim(Blanks);
        return attributes.IsEmpty || attributes.SequenceEqual("/"u8) || (Blanks.Contains(tag[name.Length]) && attributes.Contains((byte)'='));
    }

    private static ReadOnlySpan<byte> TagName(ReadOnlySpan<byte> tag)
    {
        var length = 0;
        while (length < tag.Length && (char.IsAsciiLetterOrDigit((char)tag[length]) || ".-_:"u8.Contains(tag[length]))) length++;
        return tag[..length];
    }

    private void ReadValue()
    {
        (_valueStart, _pieces) = (_position, null);
        while (_position < _text.Length)
        {
            var next = _text[_position..].IndexOf((byte)'<');
            _position = next < 0 ? _text.Length : _position + next;
            if (next < 0 || IsTag(_position, out _)) break;
            if (_text[_position..].StartsWith("<![CDATA["u8))
            {
                (_pieces ??= new StringBuilder()).Append(Decoded(_text[_valueStart.._position]));
                var start = _position + "<![CDATA[".Length;
                SkipPast("]]>"u8);
                _pieces.Append(Encoding.UTF8.GetString(_text[start..Math.Max(start, EndsCdata() ? _position - 3 : _position)]));
                _valueStart = _position;
            }
            else if (_text[_position..].StartsWith("<!--"u8))
            {
                (_pieces ??= new StringBuilder()).Append(Decoded(_text[_valueStart.._position]));
                SkipPast("-->"u8);
                _valueStart = _position;
            }
            else if (_text[_position..].StartsWith("<?"u8))
            {
                break;
            }
            else
            {
                _position++;
            }
        }
    }

    private readonly bool EndsCdata() => _text[.._position].EndsWith("]]>"u8);

    /// <summary>Twice: banks escape what they have escaped already.</summary>
    private static string Decoded(ReadOnlySpan<byte> raw)
    {
        var text = Encoding.UTF8.GetString(raw).Trim();
        return text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(WebUtility.HtmlDecode(text)) : text;
    }
}
