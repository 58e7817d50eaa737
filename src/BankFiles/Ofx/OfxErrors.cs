namespace MyBudget.BankFiles.Ofx;

/// <summary>
/// What the bank itself says went wrong: each <c>STATUS</c> whose severity is an error (OFX 2.2 specification, section 3.1.4).
/// </summary>
internal sealed class OfxErrors
{
    private const int Most = 20;

    private readonly List<(int Line, string? Code, string Text)> _errors = [];
    private string? _code, _severity, _message;

    public void Open() => (_code, _severity, _message) = (null, null, null);

    public void Set(OfxTag field, string value)
    {
        switch (field)
        {
            case OfxTag.Code: _code ??= BankText.Excerpt(value); break;
            case OfxTag.Severity: _severity ??= value; break;
            case OfxTag.Message: _message ??= BankText.Excerpt(value); break;
        }
    }

    public void Close(int line)
    {
        if (string.Equals(_severity, "ERROR", StringComparison.OrdinalIgnoreCase) && !string.IsNullOrEmpty(_message)
            && _errors.Count < Most)
            _errors.Add((line, _code, _code is null ? _message : $"{_message} ({_code})"));
        Open();
    }

    public BankFileException? WithoutStatement() => _errors.Count == 0
        ? null
        : new BankFileException("bank-error", $"The bank answered with an error instead of a statement: {_errors[0].Text}")
        {
            Detail = _errors[0].Text,
        };

    public IEnumerable<RejectedLine> Rejected() =>
        _errors.Select(error => new RejectedLine(error.Line, "bank-error", "The bank answered with an error here.", error.Text));
}
