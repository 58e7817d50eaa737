using System.Text.RegularExpressions;

namespace MyBudget.BankFiles.Mt940;

/// <summary>Field 61, an entry: value date, day of booking, direction, amount, kind, references; and lines that supplement it.</summary>
internal sealed partial class Mt940Line
{
    private static readonly string[] NoReference = ["NONREF", "NOTPROVIDED", "NONE", "KREF+", "EREF+"];

    private readonly IReadOnlyList<string> _lines;
    private readonly int _line;
    private readonly Match _parts;
    private readonly DateOnly? _date;

    public Mt940Line(IReadOnlyList<string> lines, int line)
    {
        (_lines, _line, _parts) = (lines, line, Written().Match(lines[0]));
        if (!_parts.Success) return;
        if (TryAmount(_parts.Groups["amount"].ValueSpan, out var amount)) Amount = IsOut ? -amount : amount;
        if (TryDay(_parts.Groups["value"].ValueSpan, out var value)) _date = Booked(value, _parts.Groups["entry"].ValueSpan);
    }

    /// <summary>Null where it cannot be read.</summary>
    public decimal? Amount { get; }

    /// <summary>The bank expects it.</summary>
    public bool IsPending => Mark.StartsWith('E');

    /// <summary>Credit or debit; <c>RC</c> and <c>RD</c> take one back, <c>EC</c> and <c>ED</c> are expected.</summary>
    private string Mark => _parts.Groups["mark"].Value;

    private bool IsOut => Mark is "D" or "RC" or "ED";

    /// <summary>Answers why there is no entry; null where there is one.</summary>
    public RejectedLine? Read(IReadOnlyList<string> details, out BankEntry? entry)
    {
        entry = null;
        if (!_parts.Success) return Reject("bad-line", "The line is no entry of the form of the standard.");
        if (Amount is not { } amount) return Reject("bad-amount", $"'{BankText.Excerpt(_parts.Groups["amount"].Value)}' is not an amount.");
        if (_date is not { } date) return Reject("bad-date", $"'{BankText.Excerpt(_parts.Groups["value"].Value)}' is not a date.");

        var (payee, memo, _) = Mt940Details.Read(details);
        var more = _lines.Count > 1 && !_lines[1].StartsWith('/') ? BankText.Clean(string.Join(' ', _lines.Skip(1))) : null;
        if (payee is null) payee = more;
        else if (more is not null) memo = memo is null ? more : $"{memo}, {more}";
        if (string.Equals(payee, memo, StringComparison.Ordinal)) memo = null;
        var check = _parts.Groups["kind"].ValueSpan.EndsWith("CHK") ? Reference("customer") : null;
        var id = BankId(date);
        if (Array.Exists([payee, memo, id, check], text => text?.Length > BankText.MaxLength))
            return Reject("text-too-long", $"A text of the entry is longer than {BankText.MaxLength} characters.");
        entry = new BankEntry(_line, date, amount, payee, memo, id, Currency: null, check, CategoryHint: null, IsPending);
        return null;
    }

    public static bool TryAmount(ReadOnlySpan<char> text, out decimal amount) =>
        BankAmount.TryParse(text, text.Contains(',') ? ',' : '.', out amount);

    public static bool TryDay(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        if (text.Length != 6 || text.ContainsAnyExceptInRange('0', '9')) return false;
        var year = Number(text[..2]);
        return CalendarDate.TryCreate(year < 70 ? 2000 + year : 1900 + year, Number(text[2..4]), Number(text[4..]), out date);
    }

    /// <summary>The day of booking has no year: it is the one that brings it closest to the value date.</summary>
    private static DateOnly Booked(DateOnly value, ReadOnlySpan<char> entry)
    {
        if (entry.Length != 4) return value;
        DateOnly? closest = null;
        foreach (var year in (ReadOnlySpan<int>)[value.Year, value.Year + 1, value.Year - 1])
        {
            if (!CalendarDate.TryCreate(year, Number(entry[..2]), Number(entry[2..]), out var day)) continue;
            if (closest is not { } best || Math.Abs(day.DayNumber - value.DayNumber) < Math.Abs(best.DayNumber - value.DayNumber))
                closest = day;
        }

        return closest ?? value;
    }

    /// <summary>What the payer calls it comes again with each payment of a standing order, so that it counts with the day alone.</summary>
    private string? BankId(DateOnly date)
    {
        if (Reference("bank") is { } own) return own;
        return IsPending || Reference("customer") is not { } customer
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{customer}@{date:yyyy-MM-dd}");
    }

    private string? Reference(string group) =>
        BankText.Clean(_parts.Groups[group].ValueSpan) is { } text
            && !Array.Exists(NoReference, none => none.Equals(text, StringComparison.OrdinalIgnoreCase))
            && text.AsSpan().ContainsAnyExcept('0') ? text : null;

    private RejectedLine Reject(string code, string reason) => new(_line, code, reason, BankText.Excerpt(_lines[0]));

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<value>[0-9]{6})(?<entry>[0-9]{4})?(?<mark>[RE]?[CD])[A-Z]?(?<amount>[0-9.]{0,18}[0-9][,.]?[0-9]{0,3})(?<kind>[A-Z][A-Z0-9]{3})(?<customer>.*?)(//(?<bank>.*))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Written();
}
