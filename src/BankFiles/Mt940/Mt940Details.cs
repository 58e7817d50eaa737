using System.Text.RegularExpressions;

namespace MyBudget.BankFiles.Mt940;

/// <summary>Field 86, the texts of an entry, in the three ways that banks write it.</summary>
internal static partial class Mt940Details
{
    /// <summary>The length of a line that goes on in the next one, within a word or not.</summary>
    private const int FullLine = 65;

    /// <summary>Likewise of a part of a German purpose.</summary>
    private const int FullPart = 27;

    public static (string? Payee, string? Memo, string? Reference) Read(IReadOnlyList<string> lines)
    {
        if (lines.Count == 0) return default;
        var whole = string.Concat(lines);
        if (Numbered().Match(whole) is { Success: true } numbered) return ReadNumbered(whole, numbered.Groups["mark"].Value[0]);
        if (whole.StartsWith('/') && Keys().IsMatch(whole)) return ReadKeyed(whole);
        return ReadPlain(lines);
    }

    /// <summary><c>166?00SEPA?20purpose?21goes on?32name</c>: a code of the transaction, then numbered parts.</summary>
    private static (string?, string?, string?) ReadNumbered(string whole, char mark)
    {
        string? booking = null, name = null;
        var purpose = new StringBuilder();
        var isFull = true;
        foreach (var part in whole.AsSpan(3).ToString().Split(mark, StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Length < 2 || !int.TryParse(part.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                purpose.Append(part);
                continue;
            }

            var text = part[2..];
            switch (number)
            {
                case 0: booking ??= BankText.Clean(text); break;
                case 32 or 33: name += text; break;
                case >= 20 and <= 29 or >= 60 and <= 63:
                    if (!isFull && purpose.Length > 0) purpose.Append(' ');
                    purpose.Append(text);
                    isFull = text.Length >= FullPart;
                    break;
            }
        }

        var (memo, reference) = Mt940Purpose.Read(purpose.ToString());
        var payee = BankText.Clean(name) ?? memo ?? booking;
        return (payee, memo, reference);
    }

    /// <summary><c>/NAME/.../REMI/.../EREF/...</c></summary>
    private static (string?, string?, string?) ReadKeyed(string whole)
    {
        string? name = null, memo = null, reference = null;
        var keys = Keys().Matches(whole);
        for (var i = 0; i < keys.Count; i++)
        {
            var start = keys[i].Index + keys[i].Length;
            var value = whole[start..Math.Max(start, i + 1 < keys.Count ? keys[i + 1].Index : whole.Length)].Trim('/', ' ');
            switch (keys[i].Groups["key"].Value)
            {
                case "NAME": name ??= BankText.Clean(value); break;
                // Account, bank, name and city of the other party.
                case "CNTP": name ??= BankText.Clean(value.Split('/').ElementAtOrDefault(2)); break;
                case "REMI": memo ??= BankText.Clean(Remittance().Replace(value, "")); break;
                case "EREF": reference ??= BankText.Clean(value); break;
            }
        }

        return (name ?? memo, memo, reference);
    }

    private static (string?, string?, string?) ReadPlain(IReadOnlyList<string> lines)
    {
        var text = new StringBuilder();
        var isFull = true;
        foreach (var line in lines)
        {
            if (!isFull) text.Append('\n');
            text.Append(line);
            isFull = line.Length >= FullLine;
        }

        var parts = text.ToString().Split('\n', 2);
        return (BankText.Clean(parts[0]), parts.Length > 1 ? BankText.Clean(parts[1]) : null, null);
    }

    [GeneratedRegex(@"^[0-9]{3}(?<mark>[?>/\^~])[0-9]{2}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(
        "/(?<key>TRTP|IBAN|BIC|NAME|REMI|EREF|CSID|MARF|MREF|PREF|TRCD|CNTP|ORDP|BENM|ULTD|ULTC|ISDT|PURP|RTRN|ADDR|RREF|ACCW|KREF|SVCL|CREF|IREF|UDTR|UCRD|EXCH)/",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Keys();

    [GeneratedRegex("^(USTD//|STRD/(CUR/)?)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Remittance();
}
