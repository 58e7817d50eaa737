using System.Xml;

namespace MyBudget.BankFiles.Camt;

/// <summary>Walks over the statements of a file, one part of a statement at a time.</summary>
internal sealed class CamtReader(BankFileOptions options)
{
    public const string Statements = "BkToCstmrStmt";
    public const string Reports = "BkToCstmrAcctRpt";

    /// <summary>No document type, so that no entity can grow or reach outside.</summary>
    private static readonly XmlReaderSettings Hardened = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    private readonly List<CamtStatement> _statements = [];
    private readonly RowLimit _limit = new(options.MaxRows);

    public static IReadOnlyList<BankStatement> Read(DecodedText file, BankFileOptions options)
    {
        var camt = new CamtReader(options);
        try
        {
            using var text = file.Open();
            using var reader = XmlReader.Create(text, Hardened);
            camt.Read(reader);
        }
        catch (XmlException broken)
        {
            camt.Cut(broken);
        }

        if (camt._statements.Count == 0) throw new BankFileException("no-statement", "The file holds no statement of an account.");
        return CamtBalances.Check(camt._statements);
    }

    private void Read(XmlReader reader)
    {
        reader.Read();
        while (!reader.EOF)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Stmt" or "Rpt", IsEmptyElement: false }) ReadStatement(reader);
            else reader.Read();
        }
    }

    private void ReadStatement(XmlReader reader)
    {
        _limit.Count();
        var statement = new CamtStatement();
        _statements.Add(statement);
        reader.Read();
        while (!reader.EOF && reader.NodeType is not XmlNodeType.EndElement)
        {
            if (reader.NodeType is not XmlNodeType.Element) reader.Read();
            else if (!CamtNames.Known.Contains(reader.LocalName)) CamtNode.Skip(reader);
            else ReadPart(statement, reader);
        }
    }

    private void ReadPart(CamtStatement statement, XmlReader reader)
    {
        var name = reader.LocalName;
        var part = CamtNode.Read(reader);
        switch (name)
        {
            case "Acct": statement.SetAccount(part); break;
            case "Bal": statement.AddBalance(part); break;
            case "TxsSummry": statement.Summary ??= part; break;
            case "StmtPgntn" or "RptPgntn":
                statement.IsPage |= part.TextOf("PgNb") != "1" || part.TextOf("LastPgInd") is "false" or "0";
                break;
            case "Ntry": statement.Add(part, _limit); break;
        }
    }

    /// <summary>What was complete before the fault is kept; that something is missing is never passed over in silence.</summary>
    private void Cut(XmlException broken)
    {
        if (_statements is not [.., var last])
            throw new BankFileException("malformed", $"The file is not well-formed XML: line {broken.LineNumber}.", inner: broken);
        _limit.Count();
        last.Cut(broken.LineNumber);
    }
}
