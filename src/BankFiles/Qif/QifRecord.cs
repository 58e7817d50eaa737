namespace MyBudget.BankFiles.Qif;

/// <summary>The fields of one entry as they come.</summary>
internal sealed class QifRecord(int line, RepeatedTexts texts)
{
    private List<QifSplit>? _splits;
    private string? _date, _amount, _preciseAmount, _number, _payee, _memo, _address, _category;

    public int Line { get; } = line;

    /// <summary>The mark of what is cleared or reconciled.</summary>
    public bool IsCleared { get; private set; }

    public string? Payee => _payee;

    public string? Category => _category;

    private string? Amount => _amount ?? _preciseAmount;

    /// <summary>Another date or amount is that of the next entry, where the mark between them is missing.</summary>
    public bool IsFollowedBy(ReadOnlySpan<char> line) => char.ToUpperInvariant(line[0]) switch
    {
        'D' => _date is not null && (Amount is not null || !line[1..].Trim().SequenceEqual(_date)),
        'T' => _amount is not null,
        _ => false,
    };

    public void Add(ReadOnlySpan<char> line)
    {
        var value = line[1..].Trim();
        switch (char.ToUpperInvariant(line[0]))
        {
            case 'D': _date ??= texts.Of(value.ToString()); break;
            case 'T': _amount ??= texts.Of(value.ToString()); break;
            case 'U': _preciseAmount ??= value.ToString(); break;
            case 'C': IsCleared |= !value.IsEmpty; break;
            case 'N': _number ??= BankText.Clean(value); break;
            case 'P': _payee ??= Clean(value); break;
            case 'M': _memo = Joined(_memo, value); break;
            case 'A': _address = Joined(_address, value); break;
            case 'L': _category ??= Clean(value); break;
            case 'S': (_splits ??= []).Add(new QifSplit(Clean(value))); break;
            case 'E' when _splits is [.., var split]: split.Memo ??= BankText.Clean(value); break;
            case '$' when _splits is [.., var split]: split.Amount ??= value.ToString(); break;
        }
    }

    public void Witness(QifDates dates, StatementAmounts amounts)
    {
        dates.Witness(_date);
        amounts.Witness(Amount);
        foreach (var split in _splits ?? []) amounts.Witness(split.Amount);
    }

    public void Witness(StatementAmounts amounts, CardSigns signs)
    {
        if (!string.IsNullOrEmpty(Amount) && amounts.TryParse(Amount, out var amount)) signs.Witness(amount, _payee, _memo, _category);
    }

    /// <summary>Answers why there is no entry; null where there is one.</summary>
    public RejectedLine? Read(QifDates dates, StatementAmounts amounts, CardSigns.Decision signs, out BankEntry? entry)
    {
        entry = null;
        if (string.IsNullOrEmpty(_date)) return Reject("missing-date", "The entry has no date.");
        if (!dates.TryParse(_date, out var date))
            return Reject("bad-date", $"'{BankText.Excerpt(_date)}' is not a date of the form {dates.Pattern}.");
        if (string.IsNullOrEmpty(Amount)) return Reject("missing-amount", "The entry has no amount.");
        if (!amounts.TryParse(Amount, out var amount)) return Reject("bad-amount", $"'{BankText.Excerpt(Amount)}' is not an amount.");
        amount = signs.Of(amount);
        if (ReadSplits(amounts, signs, amount, out var splits) is { } rejected) return rejected;
        var (category, transfer) = QifCategory.Of(_category);
        var (payee, memo) = Texts();
        if (Array.Exists([payee, memo, _number, category, transfer], text => text?.Length > BankText.MaxLength)
            || splits.Exists(split =>
                Array.Exists([split.Memo, split.CategoryHint, split.TransferAccount], text => text?.Length > BankText.MaxLength)))
            return Reject("text-too-long", $"A text of the entry is longer than {BankText.MaxLength} characters.");
        var whole = splits.Count > 0 ? null : category;
        entry = new BankEntry(Line, date, amount, payee, memo, BankId: null, Currency: null, _number, whole, Pending: null)
        {
            Splits = splits.Count > 0 ? splits : Array.Empty<BankSplit>(),
            TransferAccount = splits.Count > 0 ? null : transfer,
        };
        return null;
    }

    public RejectedLine Reject(string code, string reason) =>
        new(Line, code, reason, BankText.Excerpt(string.Join(' ', new[] { _date, Amount, _payee ?? _memo, _category }.OfType<string>())));

    /// <summary>Parts that do not make the whole are not put right by guessing which of them is wrong.</summary>
    private RejectedLine? ReadSplits(StatementAmounts amounts, CardSigns.Decision signs, decimal whole, out List<BankSplit> splits)
    {
        splits = [];
        if (_splits is null) return null;
        var sum = 0m;
        foreach (var split in _splits)
        {
            if (split.Amount is not { Length: > 0 } written || !amounts.TryParse(written, out var amount))
                return Reject("bad-split", $"'{BankText.Excerpt(split.Amount)}' is not the amount of a part.");
            var (category, transfer) = QifCategory.Of(split.Category);
            amount = signs.Of(amount);
            splits.Add(new BankSplit(amount, category, split.Memo) { TransferAccount = transfer });
            sum += amount;
        }

        return sum == whole
            ? null
            : Reject("bad-split", string.Create(CultureInfo.InvariantCulture, $"The parts of the entry make {sum}, the entry is {whole}."));
    }

    private (string? Payee, string? Memo) Texts()
    {
        var memo = string.Equals(_memo, _payee, StringComparison.Ordinal) ? null : _memo;
        if (_address is not null && !string.Equals(_address, _payee, StringComparison.Ordinal)) memo = Joined(memo, _address);
        return _payee is null ? (memo, null) : (_payee, memo);
    }

    private string? Clean(ReadOnlySpan<char> value) => BankText.Clean(value) is { } text ? texts.Of(text) : null;

    private static string? Joined(string? text, ReadOnlySpan<char> more)
    {
        var clean = BankText.Clean(more);
        return text is null || clean is null ? text ?? clean : $"{text}, {clean}";
    }

    private sealed class QifSplit(string? category)
    {
        public string? Category { get; } = category;
        public string? Memo { get; set; }
        public string? Amount { get; set; }
    }
}
