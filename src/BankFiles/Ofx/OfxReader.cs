namespace MyBudget.BankFiles.Ofx;

/// <summary>
/// Reads the statements of an OFX or QFX file: bank, credit card, and the bank entries of investment accounts
/// (OFX 2.2 specification, chapters 11 and 13). Elements are recognised by name within the nearest known
/// aggregate, so that unclosed elements and unknown extensions do no harm.
/// </summary>
internal sealed class OfxReader(BankFileOptions options)
{
    private readonly OfxCollected _collected = new(options);
    private readonly OfxErrors _errors = new();
    private readonly RepeatedTexts _texts = new();
    private OfxTag _aggregate;
    private bool _isPendingList, _isInvestmentList;
    private bool _isBare, _isClosed;

    public static IReadOnlyList<BankStatement> Read(DecodedText file, BankFileOptions options) => new OfxReader(options).Read(file.Utf8.Span);

    private List<BankStatement> Read(ReadOnlySpan<byte> text)
    {
        var tokens = new OfxTokenizer(text);
        while (tokens.Read())
        {
            var tag = OfxTags.Find(tokens.Name);
            if (tag == OfxTag.None) continue;
            if (tokens.IsClosing) Close(tag, tokens.Line);
            else Open(tag, ref tokens);
        }

        if (!_isClosed) _collected.Cut(tokens.Line);
        return _collected.ToStatements(_errors);
    }

    private void Open(OfxTag tag, ref OfxTokenizer tokens)
    {
        switch (tag)
        {
            case OfxTag.StmtRs or OfxTag.CcStmtRs or OfxTag.InvStmtRs:
                Start(tag);
                break;
            case OfxTag.BankTranList or OfxTag.BankTranListP or OfxTag.InvTranList:
                OpenList(tag);
                break;
            case OfxTag.StmtTrn or OfxTag.StmtTrnP:
                _aggregate = OfxTag.None;
                _collected.StartTransaction(tokens.Line, tag == OfxTag.StmtTrnP || _isPendingList);
                break;
            case OfxTag.LedgerBal or OfxTag.AvailBal:
                _collected.EndTransaction();
                _aggregate = tag;
                break;
            case OfxTag.Status:
                _errors.Open();
                _aggregate = tag;
                break;
            case OfxTag.Payee or OfxTag.ExtdPayee or OfxTag.Currency or OfxTag.OrigCurrency or OfxTag.BankAcctTo or OfxTag.CcAcctTo
                or OfxTag.BankAcctFrom or OfxTag.CcAcctFrom or OfxTag.InvAcctFrom:
                _aggregate = tag;
                break;
            default:
                OpenOther(tag, ref tokens);
                break;
        }
    }

    private void OpenOther(OfxTag tag, ref OfxTokenizer tokens)
    {
        if (_isInvestmentList && tag.IsInvestment())
        {
            _aggregate = OfxTag.None;
            _collected.StartInvestment(tag, tokens.Line);
        }
        else if (_aggregate == OfxTag.Status)
        {
            _errors.Set(tag, tokens.Value);
        }
        else
        {
            _collected.Set(_aggregate, tag, _texts.Of(tokens.Value));
        }
    }

    /// <summary>Some banks leave out everything around the list.</summary>
    private void OpenList(OfxTag tag)
    {
        if (_collected.IsEmpty)
        {
            _isBare = true;
            Start(OfxTag.StmtRs);
        }

        EndTransaction();
        (_isPendingList, _isInvestmentList) = (tag == OfxTag.BankTranListP, tag == OfxTag.InvTranList);
    }

    private void Start(OfxTag kind)
    {
        EndTransaction();
        _collected.Start(kind);
        _isPendingList = _isInvestmentList = false;
    }

    private void Close(OfxTag tag, int line)
    {
        switch (tag)
        {
            case OfxTag.StmtRs or OfxTag.CcStmtRs or OfxTag.InvStmtRs:
                EndTransaction();
                _collected.EndStatement();
                _isPendingList = _isInvestmentList = false;
                break;
            case OfxTag.StmtTrn or OfxTag.StmtTrnP or OfxTag.BankTranList or OfxTag.BankTranListP or OfxTag.InvTranList:
                EndTransaction();
                _isInvestmentList &= tag != OfxTag.InvTranList;
                _isClosed |= _isBare && tag == OfxTag.BankTranList;
                break;
            case OfxTag.Ofx:
                _isClosed = true;
                break;
            default:
                if (tag == OfxTag.Status) _errors.Close(line);
                if (tag == _aggregate) _aggregate = OfxTag.None;
                if (tag.IsInvestment()) _collected.EndInvestment();
                break;
        }
    }

    private void EndTransaction()
    {
        _collected.EndTransaction();
        _aggregate = OfxTag.None;
    }
}
