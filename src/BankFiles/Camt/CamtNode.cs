using System.Xml;

namespace MyBudget.BankFiles.Camt;

/// <summary>An element by its local name, whatever version's namespace it is in, and what is known below it.</summary>
internal sealed class CamtNode(string name, int line)
{
    private const int MaxDepth = 48;

    /// <summary>No entry has more; a file that has could fill the memory.</summary>
    private const int MaxNodes = 300_000;

    private List<CamtNode>? _children;

    public int Line { get; } = line;

    public string? Text { get; private set; }

    public string? Currency { get; private set; }

    /// <summary>Reads the element that the reader stands at, and leaves the reader behind it.</summary>
    public static CamtNode Read(XmlReader reader)
    {
        var left = MaxNodes;
        return Read(reader, ref left);
    }

    /// <summary>Passes over an element that may be nested as deeply as a file likes.</summary>
    public static void Skip(XmlReader reader)
    {
        var depth = reader.Depth;
        while (reader is { IsEmptyElement: false, NodeType: XmlNodeType.Element } || reader.Depth > depth)
        {
            if (reader.Depth > MaxDepth) throw TooMuch();
            if (!reader.Read()) return;
        }

        reader.Read();
    }

    public IEnumerable<CamtNode> All(string child) => _children?.Where(node => node.IsCalled(child)) ?? [];

    /// <summary>The first of each name in turn.</summary>
    public CamtNode? Find(params ReadOnlySpan<string> path)
    {
        var node = this;
        foreach (var step in path)
        {
            node = node.All(step).FirstOrDefault();
            if (node is null) return null;
        }

        return node;
    }

    public string? TextOf(params ReadOnlySpan<string> path) => Find(path)?.Text;

    private static BankFileException TooMuch() => new("malformed", "An entry of the file has more or deeper parts than any bank writes.");

    private bool IsCalled(string wanted) => string.Equals(name, wanted, StringComparison.Ordinal);

    private static CamtNode Read(XmlReader reader, ref int left)
    {
        if (--left < 0 || reader.Depth > MaxDepth) throw TooMuch();
        var node = new CamtNode(reader.LocalName, (reader as IXmlLineInfo)?.LineNumber ?? 1) { Currency = reader.GetAttribute("Ccy") };
        var isEmpty = reader.IsEmptyElement;
        reader.Read();
        if (isEmpty) return node;
        while (reader.NodeType is not XmlNodeType.EndElement)
        {
            if (reader.NodeType is XmlNodeType.Element)
            {
                if (CamtNames.Known.Contains(reader.LocalName)) (node._children ??= []).Add(Read(reader, ref left));
                else Skip(reader);
                continue;
            }

            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA) node.Text = BankText.Clean(node.Text + reader.Value);
            if (!reader.Read()) break;
        }

        reader.Read();
        return node;
    }
}
