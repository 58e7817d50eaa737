using System.Net;

namespace MyBudget.BankFiles.Ofx;

/// <summary>
/// Walks over the tags of both OFX dialects, SGML with unclosed elements (OFX 1.x) and XML (OFX 2.x), and of the files that
/// are neither. Every character is visited a bounded number of times. No document type is processed and no entity but the
/// character references of HTML is expanded, each into one character, so nothing in a file can grow or reach outside.
/// </summary>
internal ref struct OfxTokenizer(string text)
{
    private const int MaxTagLength = 512;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly char _lineEnd = text.Contains('\n', StringComparison.Ordinal) ? '\n' : '\r';
    private int _position;
    private int _countedTo;
    private int _lines = 1;
    private int _tagStart;

    public ReadOnlySpan<char> Name { get; private set; } = [];

    public bool IsClosing { get; private set; }

    /// <summary>The trimmed text between this tag and the next one; empty for an aggregate.</summary>
    public ReadOnlySpan<char> Value { get; private set; } = [];

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
            var next = _text[_position..].IndexOf('<');
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
        if (rest.StartsWith("<!--")) SkipPast("-->");
        else if (rest.StartsWith("<![CDATA[")) SkipPast("]]>");
        else if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)) SkipDocumentType();
        else if (rest.StartsWith("<?") || rest.StartsWith("<!")) SkipPast(">");
        else return false;
        return true;
    }

    private void SkipPast(string end)
    {
        var at = _text[_position..].IndexOf(end);
        _position = at < 0 ? _text.Length : _position + at + end.Length;
    }

    private void SkipDocumentType()
    {
        var end = _text[_position..].IndexOfAny('[', '>');
        if (end >= 0 && _text[_position + end] == '[') SkipPast("]");
        if (_position < _text.Length) SkipPast(">");
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
        var length = rest.IndexOfAny('<', '>');
        if (length <= 0 || rest[length] != '>') return false;
        end = at + 1 + length;
        var tag = rest[..length];
        if (tag[0] == '/') tag = tag[1..];
        var name = TagName(tag);
        if (name.IsEmpty || !char.IsAsciiLetter(name[0])) return false;
        var attributes = tag[name.Length..].Trim();
        return attributes.IsEmpty || attributes is "/" || (char.IsWhiteSpace(tag[name.Length]) && attributes.Contains('='));
    }

    private static ReadOnlySpan<char> TagName(ReadOnlySpan<char> tag)
    {
        var length = 0;
        while (length < tag.Length && (char.IsAsciiLetterOrDigit(tag[length]) || tag[length] is '.' or '_' or '-' or ':')) length++;
        return tag[..length];
    }

    private void ReadValue()
    {
        var start = _position;
        StringBuilder? pieces = null;
        while (_position < _text.Length)
        {
            var next = _text[_position..].IndexOf('<');
            _position = next < 0 ? _text.Length : _position + next;
            if (next < 0 || IsTag(_position, out _)) break;
            if (_text[_position..].StartsWith("<![CDATA["))
            {
                (pieces ??= new StringBuilder()).Append(Decoded(_text[start.._position]));
                start = _position + "<![CDATA[".Length;
                SkipPast("]]>");
                pieces.Append(_text[start..Math.Max(start, EndsCdata() ? _position - 3 : _position)]);
                start = _position;
            }
            else if (_text[_position..].StartsWith("<!--"))
            {
                (pieces ??= new StringBuilder()).Append(Decoded(_text[start.._position]));
                SkipPast("-->");
                start = _position;
            }
            else if (_text[_position..].StartsWith("<?"))
            {
                break;
            }
            else
            {
                _position++;
            }
        }

        var last = Decoded(_text[start.._position]);
        Value = pieces is null ? last.Trim() : pieces.Append(last).ToString().AsSpan().Trim();
    }

    private readonly bool EndsCdata() => _text[.._position].EndsWith("]]>");

    /// <summary>Twice: banks escape what they have escaped already.</summary>
    private static ReadOnlySpan<char> Decoded(ReadOnlySpan<char> raw)
    {
        raw = raw.Trim();
        return raw.Contains('&') ? WebUtility.HtmlDecode(WebUtility.HtmlDecode(raw.ToString())) : raw;
    }
}
