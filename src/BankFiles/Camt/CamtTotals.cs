namespace MyBudget.BankFiles.Camt;

/// <summary>What the entries of a statement make, whether or not they can be imported.</summary>
internal sealed class CamtTotals
{
    private int _count, _booked, _details;
    private decimal _credits, _debits, _bookedCredits, _bookedDebits;
    private bool _isUnknown;

    /// <summary>Something is missing.</summary>
    public bool IsCut { get; set; }

    /// <summary>What booked entries moved; null where that is not known.</summary>
    public decimal? Moved => _isUnknown || IsCut ? null : _bookedCredits - _bookedDebits;

    /// <param name="amount">Null where it cannot be read.</param>
    /// <param name="details">Of a batch.</param>
    public void Add(decimal? amount, bool isPending, int details)
    {
        _isUnknown |= amount is null;
        _count++;
        _details += Math.Max(1, details);
        if (amount is not { } moved) return;
        _credits += Math.Max(moved, 0);
        _debits += Math.Max(-moved, 0);
        if (isPending) return;
        _booked++;
        _bookedCredits += Math.Max(moved, 0);
        _bookedDebits += Math.Max(-moved, 0);
    }

    /// <summary>Banks count their entries, the booked ones, or what is in batches; the sums decide.</summary>
    public BalanceCheck Against(CamtNode summary)
    {
        if (_isUnknown) return BalanceCheck.None;
        var (credits, debits) = (Number(summary, "TtlCdtNtries", "Sum"), Number(summary, "TtlDbtNtries", "Sum"));
        if (credits is not null || debits is not null)
        {
            var sumsAgree = ((credits ?? 0) == _credits && (debits ?? 0) == _debits)
                || ((credits ?? 0) == _bookedCredits && (debits ?? 0) == _bookedDebits);
            return sumsAgree && !IsCut ? BalanceCheck.Proved : BalanceCheck.Contradicted;
        }

        if (Number(summary, "TtlNtries", "NbOfNtries") is not { } count) return BalanceCheck.None;
        return count == _count || count == _booked || count == _details ? BalanceCheck.None : BalanceCheck.Contradicted;
    }

    private static decimal? Number(CamtNode summary, string total, string member) =>
        BankAmount.TryParse(summary.TextOf(total, member), '.', out var number) ? number : null;
}
