namespace MyBudget.BankFiles.Ofx;

/// <summary>Which entries of a statement correct which (OFX 2.2 specification, section 11.4.4.1).</summary>
internal sealed class OfxCorrections
{
    /// <summary>No bank corrects its corrections more often.</summary>
    private const int Most = 20;

    private readonly ILookup<string, OfxTransaction> _corrections;
    private readonly Dictionary<string, OfxTransaction> _byId = new(StringComparer.Ordinal);

    public OfxCorrections(IReadOnlyCollection<OfxTransaction> transactions)
    {
        _corrections = transactions.Where(transaction => transaction.Corrects is not null)
            .ToLookup(transaction => transaction.Corrects!.BankId, StringComparer.Ordinal);
        if (_corrections.Count == 0) return;
        foreach (var transaction in transactions.Where(transaction => transaction.BankId is not null))
            _byId.TryAdd(transaction.BankId!, transaction);
    }

    /// <summary>The entry of the file that takes the place of this one, or takes it back.</summary>
    public OfxTransaction? Correcting(OfxTransaction transaction) =>
        _corrections[transaction.BankId ?? ""].FirstOrDefault(other => other != transaction);

    public bool IsOfFile(OfxTransaction transaction) =>
        transaction.Corrects is { } corrects && corrects.BankId != transaction.BankId && _byId.ContainsKey(corrects.BankId);

    /// <summary>What it corrects, with the ids that this had before it was corrected in the file.</summary>
    public BankCorrection? Of(OfxTransaction transaction)
    {
        if (transaction.Corrects is not { } corrects) return null;
        var former = new List<string>();
        for (var next = corrects; former.Count < Most && _byId.GetValueOrDefault(next.BankId)?.Corrects is { } before
            && before.BankId != next.BankId; next = before)
        {
            if (before.BankId == corrects.BankId || former.Contains(before.BankId)) break;
            former.Add(before.BankId);
        }

        return former.Count == 0 ? corrects : corrects with { Former = former };
    }
}
