using System.Collections.Frozen;

namespace MyBudget.BankFiles.Csv;

/// <summary>What speaks for and against words being those of directions, where the name of their column does not say so.</summary>
/// <param name="Agreeing">Amounts whose sign is the one that the word says.</param>
/// <param name="Against">Those of the opposite sign.</param>
/// <param name="Negative">Those with a minus.</param>
internal readonly record struct CsvWordEvidence(int Agreeing, int Against, int Negative)
{
    /// <summary>At most one of so many amounts without signs is one taken back.</summary>
    private const int Reversals = 4;

    /// <summary>Words that also tell one kind of card from the other.</summary>
    private static readonly FrozenSet<string> Cards = CsvWords.Directions["CardWord"].ToFrozenSet(StringComparer.Ordinal);

    public bool IsAgreed => Agreeing > 0 && Against == 0;

    /// <summary>Either all signs are written the other way round, or none is written, but with what is taken back.</summary>
    public bool IsOpen => Agreeing == 0 || Negative * Reversals <= Agreeing + Against;

    public static CsvWordEvidence Of(CsvDirections directions, Dictionary<string, (int Positive, int Negative)> counts)
    {
        int agreeing = 0, against = 0, negatives = 0;
        foreach (var (word, (positive, negative)) in counts)
        {
            var direction = directions.Of(word);
            negatives += negative;
            agreeing += direction == CsvDirection.Out ? negative : direction == CsvDirection.In ? positive : 0;
            against += direction == CsvDirection.Out ? positive : direction == CsvDirection.In ? negative : 0;
        }

        return new CsvWordEvidence(agreeing, against, negatives);
    }

    /// <summary>Beside one word signs go either way, more often than what is taken back explains.</summary>
    public static bool AreMixed(Dictionary<string, (int Positive, int Negative)> counts) => counts.Values
        .Any(count => Math.Min(count.Positive, count.Negative) * Reversals > count.Positive + count.Negative);

    /// <summary>Both directions are written, in words that mean nothing else: no letters, which may be a person's, no cards.</summary>
    public static bool ArePlain(IEnumerable<string> words, CsvDirections directions)
    {
        List<string> written = [.. words.Where(word => word.Length > 0)];
        return written.Select(directions.Of).Distinct().Count() == 2
            && written.TrueForAll(word => (word.Length > 1 || word[0] is '+' or '-' or >= '\u3040') && !Cards.Contains(word));
    }

    /// <summary>
    /// A debit that is negative among positive ones is a debit taken back; where most are negative, the sign is written beside
    /// the word. Answers the usual sign of each direction as it is written.
    /// </summary>
    public static (int OfOut, int OfIn) SetFactors(CsvDirections directions, Dictionary<string, (int Positive, int Negative)> counts)
    {
        int outBalance = 0, inBalance = 0;
        foreach (var (word, (positive, negative)) in counts)
        {
            var direction = directions.Of(word);
            if (direction == CsvDirection.Out) outBalance += positive - negative;
            if (direction == CsvDirection.In) inBalance += positive - negative;
        }

        directions.OutFactor = outBalance < 0 ? 1 : -1;
        directions.InFactor = inBalance < 0 ? -1 : 1;
        return (Math.Sign(outBalance), Math.Sign(inBalance));
    }

    /// <summary>What an account held follows from amounts so read. What is owed proves no sign.</summary>
    public static bool IsProof(CsvTable table, CsvAmountSource source, decimal?[] amounts)
    {
        if (table.Options.IsDebt) return false;
        if (source.Balance is { } balance) return CsvBalance.Walk(amounts, table.Values(balance), table.Order).IsProof;
        if (CsvToldBalances.Of(table) is not { Opening: { } opening, Closing: { } closing }) return false;
        var sum = amounts.Sum(amount => amount is { } value && Math.Abs(value) < 1_000_000_000_000m ? value : 0);
        return sum != 0 && opening + sum == closing;
    }
}
