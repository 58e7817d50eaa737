namespace MyBudget.BankFiles.Mt940;

/// <summary>Splits a file into messages, and those into fields, of which each may go on over several lines.</summary>
internal sealed class Mt940Reader(BankFileOptions options)
{
    /// <summary>No field of the standard has more lines; what comes after them is not kept.</summary>
    private const int MaxLines = 200;

    private readonly List<Mt940Statement> _statements = [];
    private readonly RowLimit _limit = new(options.MaxRows);
    private readonly List<string> _lines = [];
    private string _tag = "";
    private int _line;

    public List<BankStatement> Read(DecodedText file)
    {
        var number = 0;
        using var text = file.Open();
        while (text.ReadLine() is { } raw)
        {
            number++;
            var line = WithoutEnvelope(raw.AsSpan().TrimEnd());
            if (line is "-" or "-}" || line.StartsWith("-}")) EndField();
            else if (IsField(line, out var tag)) StartField(tag, line[(tag.Length + 2)..], number);
            else if (_tag.Length > 0 && !line.IsEmpty && _lines.Count < MaxLines) _lines.Add(line.ToString());
        }

        EndField();
        if (_statements is [.., { HasClosing: false } cut])
        {
            _limit.Count();
            cut.Cut(number);
        }

        for (var i = 1; i < _statements.Count; i++)
        {
            var before = _statements.FindLastIndex(i - 1, other => other.IsOfSameAccount(_statements[i]));
            if (before >= 0) _statements[i].Follow(_statements[before]);
        }

        var chain = new Dictionary<string, BalanceChain>(StringComparer.Ordinal);
        var links = _statements.ConvertAll(statement => statement.LinkInto(chain));
        return [.. _statements.Zip(links, (statement, link) => statement.ToStatement(link.Check))];
    }

    /// <summary><c>{1:...}{2:...}{4:</c> before the first field; some banks put it on the same line.</summary>
    private static ReadOnlySpan<char> WithoutEnvelope(ReadOnlySpan<char> line)
    {
        if (!line.StartsWith("{")) return line;
        var text = line.IndexOf("{4:");
        return text < 0 ? [] : line[(text + 3)..];
    }

    /// <summary><c>:61:</c>, <c>:60F:</c> and the like.</summary>
    private static bool IsField(ReadOnlySpan<char> line, out string tag)
    {
        tag = "";
        if (line.Length < 4 || line[0] != ':' || !char.IsAsciiLetterOrDigit(line[1]) || !char.IsAsciiLetterOrDigit(line[2])) return false;
        var end = line[3] == ':' ? 3 : line.Length > 4 && line[4] == ':' && char.IsAsciiLetterUpper(line[3]) ? 4 : 0;
        if (end == 0) return false;
        tag = line[1..end].ToString();
        return true;
    }

    private void StartField(string tag, ReadOnlySpan<char> value, int number)
    {
        EndField();
        (_tag, _line) = (tag, number);
        _lines.Add(value.ToString());
    }

    private void EndField()
    {
        if (_tag.Length > 0) Set(_tag, _line);
        _tag = "";
        _lines.Clear();
    }

    private void Set(string tag, int line)
    {
        var isStart = tag is "20" || (tag is "60F" or "60M" && _statements is not [.., { HasOpening: false }]);
        if (isStart && _statements is not [.., { IsEmpty: true }])
        {
            _limit.Count();
            _statements.Add(new Mt940Statement());
        }

        if (tag is "61") _limit.Count();
        if (_statements is [.., var statement]) statement.Set(tag, _lines, line);
    }
}
