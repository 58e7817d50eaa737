namespace MyBudget.BankFiles.Csv;

/// <summary>
/// Columns of amounts under names that nobody knows, or none. A column counts when the running balance proves it, or when it
/// is the only one that can be an amount and has signs.
/// </summary>
internal sealed class CsvAmountContent(CsvTable table, CsvNames names, List<CsvColumn> named)
{
    private const int FewSteps = 2;

    /// <summary>Of more columns of numbers no bank's table is made; each is tried with each.</summary>
    private const int MostColumns = 12;

    public CsvAmountSource? Choose()
    {
        var columns = table.Columns.Where(column => column.IsAmount && !column.IsDate && !table.Given.ContainsValue(column.Index)
            && !names.IsNamed(column, CsvRole.BankId, CsvRole.CheckNumber, CsvRole.Account, CsvRole.Fee, CsvRole.Rate))
            .Take(MostColumns).ToList();
        var open = columns.Where(column => !named.Contains(column) && !(column.IsNumbering && columns.Count > 1)).ToList();
        // Of two that take turns each alone may look proven by a few rows.
        if (PairOf(open) is { } pair) return pair;
        if (Proven(open, columns) is { } proven) return proven;
        return open is [var only] && named.TrueForAll(balance => balance != only)
            ? new CsvAmountSource { Amount = only.Index, Balance = named.Count > 0 ? named[0].Index : null }
            : null;
    }

    /// <summary>In every row one of the two holds an amount and the other none, and each does so somewhere.</summary>
    public static bool IsPair(CsvTable table, CsvColumn one, CsvColumn other)
    {
        var (ones, others) = (table.Values(one.Index), table.Values(other.Index));
        int first = 0, second = 0, both = 0, neither = 0;
        for (var i = 0; i < ones.Length; i++)
        {
            if (!table.IsEntry(i)) continue;
            var (hasOne, hasOther) = (ones[i] is not (null or 0), others[i] is not (null or 0));
            if (hasOne && hasOther) both++;
            else if (hasOne) first++;
            else if (hasOther) second++;
            else neither++;
        }

        return first > 0 && second > 0 && (both + neither) * 10 <= first + second;
    }

    private CsvAmountSource? Proven(List<CsvColumn> open, List<CsvColumn> columns)
    {
        var found = new List<CsvAmountSource>();
        foreach (var amount in open)
        {
            var amounts = table.Values(amount.Index);
            foreach (var balance in named.Count > 0 ? named : columns)
            {
                if (balance == amount || !IsProof(amounts, balance)) continue;
                found.Add(new CsvAmountSource { Amount = amount.Index, Balance = balance.Index });
            }
        }

        return found.Count == 1 ? found[0] : null;
    }

    private bool IsProof(decimal?[] amounts, CsvColumn balance)
    {
        if (balance.Distinct.Count == 1) return false;
        var balances = table.Values(balance.Index);
        var walk = CsvBalance.Walk(amounts, balances);
        if (walk.Steps < (named.Count > 0 ? 1 : FewSteps)) return false;
        return walk.IsProof || CsvBalanceSigns.Magnitudes(amounts, balances).IsProof;
    }

    /// <summary>Two columns that take turns: which is out, the signs or the balance have to show.</summary>
    private CsvAmountSource? PairOf(List<CsvColumn> open)
    {
        var pairs = open.SelectMany((one, at) =>
            open.Skip(at + 1).Where(other => IsPair(table, one, other)).Select(other => (One: one, Other: other))).ToList();
        if (pairs.Count != 1) return null;
        var (first, second) = pairs[0];
        if (first is { Negative: > 0, Positive: 0 } && second.Negative == 0) return Source(first, second, null);
        if (second is { Negative: > 0, Positive: 0 } && first.Negative == 0) return Source(second, first, null);
        foreach (var balance in table.Columns.Where(column => column.IsAmount && !column.IsDate && column != first && column != second)
            .Take(MostColumns))
        {
            var balances = table.Values(balance.Index);
            if (!table.Options.IsDebt && IsProof(Joined(second, first), balances)) return Source(first, second, balance);
            if (!table.Options.IsDebt && IsProof(Joined(first, second), balances)) return Source(second, first, balance);
        }

        throw table.Needed(
            "direction-needed",
            $"The columns {Name(first)} and {Name(second)} take turns, and nothing shows which of them is money out. "
            + "Say `debit` and `credit`.",
            [Name(first), Name(second)]);
    }

    private bool IsProof(decimal?[] amounts, decimal?[] balances) =>
        CsvBalance.Walk(amounts, balances, table.Order) is { Steps: > 0, IsProof: true };

    private decimal?[] Joined(CsvColumn credit, CsvColumn debit)
    {
        var (credits, debits) = (table.Values(credit.Index), table.Values(debit.Index));
        return [.. credits.Select((value, i) =>
            value is not (null or 0) ? Math.Abs(value.Value) : debits[i] is { } spent ? -Math.Abs(spent) : (decimal?)null)];
    }

    private static CsvAmountSource Source(CsvColumn debit, CsvColumn credit, CsvColumn? balance) => new()
    {
        Debit = debit.Index,
        Credit = credit.Index,
        Balance = balance?.Index,
        DebitFactor = debit.Negative > debit.Positive ? 1 : -1,
        Signs = CsvSigns.Columns,
    };

    private static string Name(CsvColumn column) =>
        column.Header.Length > 0 ? column.Header : column.Index.ToString(CultureInfo.InvariantCulture);
}
