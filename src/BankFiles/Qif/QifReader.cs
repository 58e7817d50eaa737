namespace MyBudget.BankFiles.Qif;

/// <summary>Splits a file into its sections, and the sections into records.</summary>
/// <param name="settled">What earlier files settled, for what this one leaves open.</param>
internal sealed class QifReader(BankFileOptions options, SettledLayout? settled)
{
    private readonly List<QifStatement> _statements = [];
    private readonly RowLimit _limit = new(options.MaxRows);
    private readonly RepeatedTexts _texts = new();
    private QifSection _section;
    private QifStatement? _statement;
    private QifRecord? _record;
    private string? _account;

    public SettledLayout? Settles { get; private set; }

    public SettledUse? Settled { get; private set; }

    public List<BankStatement> Read(DecodedText file)
    {
        var number = 0;
        using var text = file.Open();
        while (text.ReadLine() is { } raw)
        {
            number++;
            var line = raw.AsSpan().Trim();
            if (line.IsEmpty) continue;
            if (line[0] == '!') Open(line);
            else if (line[0] == '^') EndRecord();
            else Add(line, number);
        }

        if (_record is { } cut) _statement!.Cut(cut);
        if (_statements.Count == 0) throw new BankFileException("no-statement", "The file holds no list of entries of an account.");
        return ToStatements();
    }

    private void Open(ReadOnlySpan<char> header)
    {
        if (_record is { } cut) _statement!.Cut(cut);
        _record = null;
        _section = QifSections.Of(header);
        _statement = null;
        if (_section is QifSection.Account) _account = null;
        if (_section is not (QifSection.Entries or QifSection.Investments)) return;
        _limit.Count();
        _statement = new QifStatement(_account, QifSections.Kind(header), _section is QifSection.Investments);
        _statements.Add(_statement);
    }

    private void Add(ReadOnlySpan<char> line, int number)
    {
        // Of a list of accounts the last one is the one whose entries follow.
        if (_section is QifSection.Account && line[0] == 'N')
            _account = BankText.Clean(line[1..]) is { Length: <= BankText.MaxLength } name ? name : null;
        if (_statement is null) return;
        if (_record is { } open && open.IsFollowedBy(line)) EndRecord();
        if (_record is null) _limit.Count();
        _record ??= new QifRecord(number, _texts);
        _record.Add(line);
    }

    private void EndRecord()
    {
        if (_record is { } record) _statement!.Add(record);
        _record = null;
    }

    private List<BankStatement> ToStatements()
    {
        var dates = new QifDates(options.Csv?.DateFormat, settled?.DateFormat);
        var amounts = new StatementAmounts(options.Csv?.DecimalSeparator, mayGroup: true, settled?.DecimalSeparator);
        foreach (var record in _statements.Where(statement => !statement.IsInvestment).SelectMany(statement => statement.Records))
            record.Witness(dates, amounts);
        dates.Settle();
        amounts.EnsurePlain();
        // Of several accounts, what was settled is true of one.
        var negate = _statements.Count == 1 ? settled?.Negate : null;
        foreach (var statement in _statements.Where(statement => !statement.IsInvestment)) statement.FindSigns(amounts, options, negate);
        IReadOnlyList<CardSigns.Decision> signs = [.. _statements.Select(statement => statement.Signs)];
        (Settles, Settled) = (QifSettled.Of(dates, amounts, options.Csv?.Negate, signs, settled), QifSettled.Use(dates, amounts, signs, settled));
        return _statements.ConvertAll(statement => statement.ToStatement(dates, amounts));
    }
}
