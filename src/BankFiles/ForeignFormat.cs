using System.Text.RegularExpressions;

namespace MyBudget.BankFiles;

/// <summary>
/// Texts that banks and programs give out and that are not read, told by what they alone begin with; so that the refusal can name them,
/// and none of them is taken for a table.
/// </summary>
internal static partial class ForeignFormat
{
    private static readonly (string Mark, string Name)[] Xml =
    [
        ("BkToCstmrDbtCdtNtfctn", "CAMT.054 (notification)"), ("CstmrCdtTrfInitn", "PAIN.001 (payment order)"),
        ("CstmrDrctDbtInitn", "PAIN.008 (direct debit order)"),
        ("CstmrPmtStsRpt", "PAIN.002 (payment status)"), ("camt.054", "CAMT.054 (notification)"), ("pain.001", "PAIN.001 (payment order)"),
        ("camt.053", "CAMT.053 without a statement"), ("camt.052", "CAMT.052 without a report"), ("<OFC", "OFC"),
        ("spreadsheet", "a spreadsheet as XML"),
    ];

    /// <exception cref="BankFileException">It is one of them.</exception>
    public static void Reject(FileHead head)
    {
        if (NameOf(head) is { } name) throw Refusal("unknown-format", name);
    }

    /// <summary>Says what the file is, and what could be imported instead.</summary>
    public static BankFileException Refusal(string code, string name, string advice = "") => new(
        code, $"The file is {name}, which is not read. {advice}What is read: {BankFileFormat.Names}.",
        [.. BankFileFormat.All.Select(format => format.Name)])
    {
        Detail = name,
    };

    /// <summary>What XML is called that no format recognises.</summary>
    public static string? NameOfMarkup(FileHead head)
    {
        var text = head.Text;
        if (!text.StartsWith('<')) return null;
        if (text.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<table", StringComparison.OrdinalIgnoreCase))
            return "a web page (HTML)";
        return Array.Find(Xml, known => text.Contains(known.Mark, StringComparison.Ordinal)).Name ?? "XML";
    }

    private static string? NameOf(FileHead head)
    {
        var text = head.Text;
        if (Json().IsMatch(text)) return "JSON";
        if (text.StartsWith("!TRNS\t", StringComparison.Ordinal) || text.StartsWith("!HDR\t", StringComparison.Ordinal)
            || text.StartsWith("!ACCNT\t", StringComparison.Ordinal))
            return "IIF (QuickBooks)";
        if (text.StartsWith("{\\rtf", StringComparison.Ordinal)) return "RTF";
        if (head.HasLine(":34F:") || (head.HasLine(":20:") && head.HasLine(":13D:"))) return "MT942 (interim report)";
        if (Norma43().IsMatch(text)) return "Norma 43";
        if (Cfonb().IsMatch(text)) return "CFONB 120";
        if (Bai().IsMatch(text)) return "BAI2";
        return Coda().IsMatch(text) ? "CODA" : null;
    }

    [GeneratedRegex(@"^(\{\s*(""|\}\s*$)|\[\s*(\{|\[|\]\s*$|""))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Json();

    [GeneratedRegex(
        @"^11[0-9]{18}[0-9]{12}[^\r\n]{20,60}\r?\n(22|33)[0-9 ]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Norma43();

    [GeneratedRegex(
        @"^01[0-9]{5}[^\r\n,;\t]{100,120}\r?\n0[457][0-9]{5}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Cfonb();

    [GeneratedRegex(
        @"^01,[^,\r\n]*,[^,\r\n]*,[0-9]{6},[^\r\n]*\r?\n02,", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bai();

    [GeneratedRegex(@"^0000[0-9 ]{10}[^\r\n,;\t]{100,120}\r?\n1[0-9]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Coda();
}
