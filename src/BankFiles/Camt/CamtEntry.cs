namespace MyBudget.BankFiles.Camt;

/// <summary>Makes entries of one <c>Ntry</c>: one, or one for each payment of a batch whose payments make its amount.</summary>
internal sealed class CamtEntry(CamtNode node)
{
    private readonly List<CamtNode> _details = [.. node.All("NtryDtls").SelectMany(details => details.All("TxDtls"))];

    public int Details => _details.Count;

    /// <summary>Answers why there is no entry; null where there is one.</summary>
    public RejectedLine? Read(BankEntries entries, out decimal? amount, out bool isPending)
    {
        amount = null;
        var status = node.TextOf("Sts", "Cd") ?? node.TextOf("Sts");
        isPending = status is not (null or "BOOK");
        if (!TryAmount(node, out var total))
            return Reject("bad-amount",
                $"'{BankText.Excerpt(node.TextOf("Amt"))}' with '{BankText.Excerpt(node.TextOf("CdtDbtInd"))}' is no amount.");
        amount = total;
        if (status is "INFO") return Reject("information-only", "The bank tells this entry only for information; it moves no money.");
        if (!TryDate(node.Find("BookgDt"), out var date) && !TryDate(node.Find("ValDt"), out date))
            return Reject("missing-date", "The entry has no date of booking and no value date.");

        var parts = Parts(total);
        var made = new List<BankEntry>(parts.Count);
        foreach (var (part, partAmount) in parts)
        {
            var entry = new CamtTexts(node, part, isBatch: parts.Count > 1, made.Count + 1).ToEntry(date, partAmount, isPending);
            if (entry is null) return Reject("text-too-long", $"A text of the entry is longer than {BankText.MaxLength} characters.");
            made.Add(entry);
        }

        made.ForEach(entries.Add);
        return null;
    }

    public static bool TryAmount(CamtNode node, out decimal amount) =>
        TryUnsigned(node.TextOf("Amt"), out amount) && TrySign(node.TextOf("CdtDbtInd"), ref amount);

    /// <summary>The day that is written, whatever the zone.</summary>
    public static bool TryDate(CamtNode? node, out DateOnly date)
    {
        date = default;
        var text = node?.TextOf("Dt") ?? node?.TextOf("DtTm") ?? node?.Text;
        return text is { Length: >= 10 }
            && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
            && CalendarDate.IsPlausible(date);
    }

    /// <summary>A batch is taken apart only where its payments make it; else it stays whole.</summary>
    private List<(CamtNode? Part, decimal Amount)> Parts(decimal total)
    {
        if (_details is [var only] && node.TextOf("NtryDtls", "Btch", "NbOfTxs") is null or "1") return [(only, total)];
        var parts = new List<(CamtNode? Part, decimal Amount)>();
        foreach (var details in _details)
        {
            var written = details.Find("Amt") ?? details.Find("AmtDtls", "TxAmt", "Amt");
            if (!TryUnsigned(written?.Text, out var amount) || written!.Currency != node.Find("Amt")?.Currency) return [(null, total)];
            if (!TrySign(details.TextOf("CdtDbtInd") ?? node.TextOf("CdtDbtInd"), ref amount)) return [(null, total)];
            parts.Add((details, amount));
        }

        return parts.Count > 1 && parts.Sum(part => part.Amount) == total ? parts : [(null, total)];
    }

    private static bool TryUnsigned(string? text, out decimal amount) =>
        BankAmount.TryParse(text, '.', out amount) && amount >= 0 && text!.Length > 0 && char.IsAsciiDigit(text[0]);

    private static bool TrySign(string? indicator, ref decimal amount)
    {
        if (indicator == "DBIT") amount = -amount;
        return indicator is "DBIT" or "CRDT";
    }

    private RejectedLine Reject(string code, string reason) => new(
        node.Line, code, reason,
        BankText.Excerpt(
            string.Join(' ', new[] { node.TextOf("BookgDt", "Dt"), node.TextOf("Amt"), node.TextOf("AddtlNtryInf") }.OfType<string>())));
}
