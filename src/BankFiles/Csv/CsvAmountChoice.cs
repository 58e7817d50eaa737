namespace MyBudget.BankFiles.Csv;

/// <summary>
/// Finds the columns of amounts: what the user gave, what is named and agrees, then what the content proves. What only looks
/// likely is asked.
/// </summary>
internal sealed class CsvAmountChoice(CsvTable table, CsvNames names)
{
    private const int Preferred = 20_000;
    private const int MostRivals = 8;

    private List<CsvColumn> Balances { get; } = table.Given.TryGetValue(CsvRole.Balance, out var given)
        ? [table.Columns[given]]
        : [.. names.Of(CsvRole.Balance).Take(MostRivals)];

    public CsvAmountSource Choose()
    {
        if (Given(CsvRole.Amount) is { } amount) return new CsvAmountSource { Amount = amount, Balance = BalanceOf(amount) };
        if (Given(CsvRole.Debit) is not null || Given(CsvRole.Credit) is not null)
            return Columns(Given(CsvRole.Debit), Given(CsvRole.Credit));

        var (debit, credit) = (names.Best(CsvRole.Debit), names.Best(CsvRole.Credit));
        if (NamedAmount() is { } found && (CsvTwinAmounts.SignedOf(table, names, found) ?? found) is var named && (named.IsSigned || debit is null || credit is null || !IsPair(debit, credit)))
            return new CsvAmountSource { Amount = named.Index, Balance = BalanceOf(named.Index) };
        if (debit is not null && credit is not null) return Columns(debit.Index, credit.Index);
        if ((debit ?? credit) is { } only) return WithOther(only, debit is not null);
        return new CsvAmountContent(table, names, Balances).Choose()
            ?? (names.Unreadable() is { } unreadable ? new CsvAmountSource { Amount = unreadable.Index } : throw Needed());
    }

    /// <summary>
    /// Of several columns for amounts the one in the account's currency, or the one that the balance proves; else it is asked.
    /// </summary>
    private CsvColumn? NamedAmount()
    {
        var ranked = names.Named(CsvRole.Amount).Select(named => (named.Column, Rank: named.Meaning.Rank + ByCurrency(named.Column)))
            .OrderBy(named => named.Rank).Take(MostRivals).ToList();
        if (ranked.Count == 0) return null;
        var values = table.Values(ranked[0].Column.Index);
        var differing = ranked.Skip(1).Where(other => !Same(values, other.Column) && !CsvTwinAmounts.Are(table, ranked[0].Column, other.Column)).ToList();
        if (differing.Count == 0) return ranked[0].Column;
        var proven = ranked.Where(named => Balances.Exists(balance => IsProof(named.Column, balance))).ToList();
        if (proven.Count == 1) return proven[0].Column;
        // Far apart in rank: another currency's amount, a part of it, or a name that only begins like one.
        var (best, rank) = ranked[0];
        return differing.TrueForAll(other => other.Rank - rank >= CsvHeaderNames.Apart && !IsOtherName(best, other.Column))
            ? best
            : throw Needed();
    }

    private bool IsProof(CsvColumn amount, CsvColumn balance) =>
        CsvBalance.Walk(table.Values(amount.Index), table.Values(balance.Index)).IsProof;

    private bool IsOtherName(CsvColumn best, CsvColumn other) =>
        ByCurrency(best) == 0 && ByCurrency(other) == 0 && CsvPreamble.Currency(other.Header) is not null
            && CsvPreamble.Currency(best.Header) is null;

    private bool Same(decimal?[] values, CsvColumn other)
    {
        var others = table.Values(other.Index);
        for (var i = 0; i < values.Length; i++)
        {
            if (others[i] is { } value && value != values[i]) return false;
        }

        return true;
    }

    private int ByCurrency(CsvColumn column)
    {
        var rank = CsvHeaderNames.NamesForeign(column.Header) ? Preferred : 0;
        if (table.Options.Currency is not { } own) return rank;
        if (CsvPreamble.Currency(column.Header) is { } named) rank += named == own ? -Preferred : Preferred;
        var beside = table.Columns.ElementAtOrDefault(column.Index + 1);
        if (beside is { HasCurrencies: true }) rank += beside.IsOwnCurrency ? -Preferred / 2 : Preferred / 2;
        return rank;
    }

    private int? Given(CsvRole role) => table.Given.TryGetValue(role, out var column) ? column : null;

    private int? BalanceOf(params ReadOnlySpan<int> amounts)
    {
        foreach (var balance in Balances)
        {
            if (!amounts.Contains(balance.Index)) return balance.Index;
        }

        return null;
    }

    private CsvAmountSource Columns(int? debit, int? credit) => new()
    {
        Debit = debit,
        Credit = credit,
        Balance = BalanceOf(debit ?? -1, credit ?? -1),
        DebitFactor = debit is { } d && table.Columns[d] is var debits && debits.Negative > debits.Positive ? 1 : -1,
        CreditFactor = credit is { } c && table.Columns[c] is var credits && credits.Negative > credits.Positive ? -1 : 1,
        OutNegative = IsNegative(debit),
        InNegative = IsNegative(credit),
        Signs = CsvSigns.Columns,
    };

    private bool? IsNegative(int? column) => column is { } index && table.Columns[index] is var amounts && amounts.Negative != amounts.Positive
        ? amounts.Negative > amounts.Positive
        : null;

    /// <summary>
    /// A known column for one direction, and one beside it that is filled just where the first is not: the other direction.
    /// </summary>
    private CsvAmountSource WithOther(CsvColumn only, bool isDebit)
    {
        var others = table.Columns.Where(column => column != only && column.IsAmount && !column.IsDate && !Balances.Contains(column))
            .Where(column => IsPair(only, column)).ToList();
        if (others.Count > 1 || (others.Count == 0 && Rest(only).Exists(column => column.IsAmount))) throw Needed();
        var other = others.Count == 1 ? others[0].Index : (int?)null;
        return isDebit ? Columns(only.Index, other) : Columns(other, only.Index);
    }

    /// <summary>Unexplained columns of amounts in rows where the known one is blank.</summary>
    private List<CsvColumn> Rest(CsvColumn only)
    {
        if (only.Blank == 0) return [];
        return [.. table.Columns.Where(column =>
            column != only && column.IsAmount && !column.IsDate && !column.IsNumbering && !Balances.Contains(column)
            && !names.IsNamed(column, CsvRole.Fee, CsvRole.BankId, CsvRole.CheckNumber, CsvRole.Account))];
    }

    private bool IsPair(CsvColumn one, CsvColumn other) => CsvAmountContent.IsPair(table, one, other);

    private BankFileException Needed()
    {
        var hasDates = table.Columns.Any(column => column.HasAnyDate);
        return table.Header.Exists || hasDates
            ? table.Needed("layout-needed", $"It is not clear which column holds the amount. Say which of the {table.Width} columns it is.")
            : table.Needed("unknown-format", "The file is no table of dated entries, nor of another format that can be imported.");
    }
}
