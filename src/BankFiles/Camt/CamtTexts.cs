namespace MyBudget.BankFiles.Camt;

/// <summary>The texts and references of one entry, of which the payment has the most exact ones.</summary>
internal sealed class CamtTexts(CamtNode entry, CamtNode? payment, bool isBatch, int number)
{
    /// <summary>What banks write where there is no reference.</summary>
    private static readonly string[] NoReference = ["NOTPROVIDED", "NOTAVAILABLE", "NONREF", "NONE", "N/A"];

    /// <summary>Null where a text is too long.</summary>
    public BankEntry? ToEntry(DateOnly date, decimal amount, bool isPending)
    {
        var (payee, ultimate) = (Party(""), Party("Ultmt"));
        var memo = Remittance() ?? payment?.TextOf("AddtlTxInf") ?? entry.TextOf("AddtlNtryInf");
        if (payee is not null && ultimate is not null && ultimate != payee) memo = memo is null ? ultimate : $"{ultimate}, {memo}";
        payee ??= ultimate ?? memo;
        if (string.Equals(payee, memo, StringComparison.Ordinal)) memo = null;
        var (id, check) = (BankId(date, isPending), payment?.TextOf("Refs", "ChqNb"));
        if (Array.Exists([payee, memo, id, check], text => text?.Length > BankText.MaxLength)) return null;
        var currency = BankText.Currency(entry.Find("Amt")?.Currency);
        return new BankEntry(payment?.Line ?? entry.Line, date, amount, payee, memo, id, currency, check, CategoryHint: null, isPending);
    }

    /// <summary>Who is at the other end. In a reversal the parties are those of the payment that is taken back.</summary>
    private string? Party(string prefix)
    {
        var isCredit = (payment?.TextOf("CdtDbtInd") ?? entry.TextOf("CdtDbtInd")) is "CRDT";
        var isReversal = entry.TextOf("RvslInd") is "true" or "1";
        var party = payment?.Find("RltdPties", prefix + (isCredit == isReversal ? "Cdtr" : "Dbtr"));
        return party?.TextOf("Nm") ?? party?.TextOf("Pty", "Nm");
    }

    private string? Remittance()
    {
        if (payment?.Find("RmtInf") is not { } information) return null;
        var lines = information.All("Ustrd").Select(line => line.Text).OfType<string>().ToList();
        if (lines.Count == 0)
        {
            lines.AddRange(information.All("Strd").SelectMany(structured =>
                new[] { structured.TextOf("CdtrRefInf", "Ref") }.Concat(structured.All("AddtlRmtInf").Select(line => line.Text)))
                    .OfType<string>());
        }

        return lines.Count == 0 ? null : string.Join(' ', lines);
    }

    /// <summary>
    /// The bank's reference, else the payer's, which a standing order repeats each month, so that it counts with the day of booking alone;
    /// else the entry's, unless it is only its number in the file.
    /// </summary>
    private string? BankId(DateOnly date, bool isPending)
    {
        var own = Reference(payment?.TextOf("Refs", "AcctSvcrRef"));
        var ofEntry = Reference(entry.TextOf("AcctSvcrRef"));
        if (!isBatch && (ofEntry ?? own) is { } booked) return booked;
        if (isBatch && own is not null && own != ofEntry) return own;
        if (isBatch && ofEntry is not null) return string.Create(CultureInfo.InvariantCulture, $"{ofEntry}/{number}");
        if (Reference(payment?.TextOf("Refs", "EndToEndId")) is { } endToEnd)
            return isPending ? null : string.Create(CultureInfo.InvariantCulture, $"{endToEnd}@{date:yyyy-MM-dd}");
        return !isBatch && Reference(entry.TextOf("NtryRef")) is { Length: > 5 } ownNumber ? ownNumber : null;
    }

    private static string? Reference(string? text) =>
        text is null || Array.Exists(NoReference, none => none.Equals(text, StringComparison.OrdinalIgnoreCase))
            || !text.AsSpan().ContainsAnyExcept('0')
            ? null
            : text;
}
