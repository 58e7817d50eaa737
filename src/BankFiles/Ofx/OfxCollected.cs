namespace MyBudget.BankFiles.Ofx;

/// <summary>The statements of a file while it is being read: at most one statement, and in it one entry, is open.</summary>
internal sealed class OfxCollected(BankFileOptions options)
{
    private readonly List<OfxStatement> _statements = [];
    private readonly RowLimit _limit = new(options.MaxRows);
    private OfxStatement? _statement;
    private OfxTransaction? _transaction;
    private OfxInvestment? _investment;

    public bool IsOpen => _statement is not null;

    public bool IsEmpty => _statements.Count == 0 && !IsOpen;

    public void Start(OfxTag kind)
    {
        EndStatement();
        _limit.Count();
        _statement = new OfxStatement(kind);
    }

    public void StartTransaction(int line, bool isPending)
    {
        EndTransaction();
        if (!IsOpen) return;
        _limit.Count();
        _transaction = new OfxTransaction(line, isPending);
    }

    public void StartInvestment(OfxTag kind, int line)
    {
        EndTransaction();
        if (!IsOpen) return;
        _limit.Count();
        _investment = new OfxInvestment(kind, line);
    }

    public void Set(OfxTag aggregate, OfxTag field, string value)
    {
        if (_investment is not null) _investment.Set(field, value);
        else if (_transaction is not null) _transaction.Set(aggregate, field, value);
        else _statement?.Set(aggregate, field, value);
    }

    public void EndTransaction()
    {
        if (_transaction is not null) _statement!.Add(_transaction);
        _transaction = null;
        EndInvestment();
    }

    public void EndInvestment()
    {
        if (_investment is not null) _statement!.Reject(_investment.Reject());
        _investment = null;
    }

    public void EndStatement()
    {
        EndTransaction();
        if (_statement is not null) _statements.Add(_statement);
        _statement = null;
    }

    /// <summary>What was complete before the cut is kept; that something is missing is never passed over in silence.</summary>
    public void Cut(int line)
    {
        if (IsEmpty) throw new BankFileException("truncated", "The file ends before its first statement.");

        if (_transaction is null) _limit.Count();
        var rejected = _transaction?.Truncated()
            ?? new RejectedLine(line, "truncated", "The file ends before its end is announced; entries may be missing.", Text: null);
        _transaction = null;
        (_statement ?? _statements[^1]).Reject(rejected);
    }

    public List<BankStatement> ToStatements(OfxErrors errors)
    {
        EndStatement();
        if (_statements.Count == 0)
            throw errors.WithoutStatement()
                ?? new BankFileException("no-statement", "The file holds no statement of a bank, card or investment account.");

        foreach (var error in errors.Rejected()) _statements[0].Reject(error);
        var amounts = new StatementAmounts(options.Csv?.DecimalSeparator, mayGroup: false);
        foreach (var statement in _statements) statement.Witness(amounts);
        amounts.EnsurePlain();
        foreach (var statement in _statements) statement.FindSigns(amounts, options);
        GoByTypes();
        return _statements.ConvertAll(statement => statement.ToStatement(amounts));
    }

    /// <summary>A bank that writes no minus anywhere does so in each statement.</summary>
    private void GoByTypes()
    {
        var isNever = _statements.TrueForAll(statement => !statement.Signs.HasMinus) && _statements.Exists(statement => statement.Signs.NeedsTypes);
        foreach (var statement in _statements)
        {
            if (isNever || statement.Signs.NeedsTypes) statement.Signs.GoByType();
            statement.Signs.Ensure();
        }
    }
}
