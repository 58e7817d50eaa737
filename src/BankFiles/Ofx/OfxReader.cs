namespace MyBudget.BankFiles.Ofx;

/// <summary>
/// Reads the statements of an OFX or QFX file: bank, credit card, and the bank entries of investment accounts
/// (OFX 2.2 specification, chapters 11 and 13). Elements are recognised by name within the nearest known
/// aggregate, so that unclosed elements and unknown extensions do no harm.
/// </summary>
internal sealed class OfxReader(int maxRows)
{
    private readonly List<BankStatement> _statements = [];
    private readonly RowLimit _limit = new(maxRows);
    private OfxStatement? _statement;
    private OfxTransaction? _transaction;
    private OfxTag _aggregate;
    private bool _isPendingList;
    private bool _isClosed;

    public static IReadOnlyList<BankStatement> Read(DecodedText file, int maxRows) => new OfxReader(maxRows).Read(file.Text);

    private List<BankStatement> Read(string text)
    {
        var tokens = new OfxTokenizer(text);
        while (tokens.Read())
        {
            var tag = OfxTags.Find(tokens.Name);
            if (tag == OfxTag.None) continue;
            if (tokens.IsClosing) Close(tag);
            else Open(tag, ref tokens);
        }

        if (!_isClosed) ReportCut(tokens.Line);
        EndStatement();
        if (_statements.Count == 0)
            throw new BankFileException("no-statement", "The file holds no statement of a bank, card or investment account.");
        return _statements;
    }

    private void Open(OfxTag tag, ref OfxTokenizer tokens)
    {
        switch (tag)
        {
            case OfxTag.StmtRs or OfxTag.CcStmtRs or OfxTag.InvStmtRs:
                EndStatement();
                _limit.Count();
                _statement = new OfxStatement(tag);
                break;
            case OfxTag.BankTranList or OfxTag.BankTranListP or OfxTag.InvTranList:
                EndTransaction();
                _isPendingList = tag == OfxTag.BankTranListP;
                break;
            case OfxTag.StmtTrn or OfxTag.StmtTrnP:
                EndTransaction();
                if (_statement is null) break;
                _limit.Count();
                _transaction = new OfxTransaction(tokens.Line, tag == OfxTag.StmtTrnP || _isPendingList);
                break;
            case OfxTag.LedgerBal or OfxTag.AvailBal:
                EndTransaction();
                _aggregate = tag;
                break;
            case OfxTag.Payee or OfxTag.ExtdPayee or OfxTag.Currency or OfxTag.OrigCurrency or OfxTag.BankAcctTo or OfxTag.CcAcctTo
                or OfxTag.BankAcctFrom or OfxTag.CcAcctFrom or OfxTag.InvAcctFrom:
                _aggregate = tag;
                break;
            default:
                if (_transaction is not null) _transaction.Set(_aggregate, tag, tokens.Value);
                else _statement?.Set(_aggregate, tag, tokens.Value);
                break;
        }
    }

    private void Close(OfxTag tag)
    {
        switch (tag)
        {
            case OfxTag.StmtRs or OfxTag.CcStmtRs or OfxTag.InvStmtRs:
                EndStatement();
                break;
            case OfxTag.StmtTrn or OfxTag.StmtTrnP or OfxTag.BankTranList or OfxTag.BankTranListP or OfxTag.InvTranList:
                EndTransaction();
                break;
            case OfxTag.Ofx:
                _isClosed = true;
                break;
            default:
                if (tag == _aggregate) _aggregate = OfxTag.None;
                break;
        }
    }

    private void EndTransaction()
    {
        if (_transaction is not null) _statement!.Add(_transaction);
        _transaction = null;
        _aggregate = OfxTag.None;
    }

    private void EndStatement()
    {
        EndTransaction();
        if (_statement is not null) _statements.Add(_statement.ToStatement());
        _statement = null;
        _isPendingList = false;
    }

    /// <summary>What was complete before the cut is kept; that something is missing is never passed over in silence.</summary>
    private void ReportCut(int line)
    {
        if (_statement is null && _statements.Count == 0)
            throw new BankFileException("truncated", "The file ends before its first statement.");

        if (_transaction is null) _limit.Count();
        var rejected = _transaction?.Truncated()
            ?? new RejectedLine(line, "truncated", "The file ends before its end is announced; entries may be missing.", Text: null);
        _transaction = null;
        if (_statement is not null) _statement.Reject(rejected);
        else _statements[^1] = _statements[^1] with { Rejected = [.. _statements[^1].Rejected, rejected] };
    }
}
