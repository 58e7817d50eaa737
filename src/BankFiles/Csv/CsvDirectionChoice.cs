namespace MyBudget.BankFiles.Csv;

/// <summary>Finds the column whose words tell money out from money in, or says that there may be one that nobody knows.</summary>
internal sealed class CsvDirectionChoice(
    CsvTable table, CsvNames names, CsvDirectionColumns columns, CsvAmountSource source, decimal?[] amounts)
{
    private const int MostWords = 12;
    private const int LongestWord = 32;

    private readonly bool _isSigned = amounts.Any(amount => amount < 0);
    private readonly CsvWordProof _proof = new(table, source, amounts);

    public (int Column, CsvDirections Directions)? Found { get; private set; }

    /// <summary>The words say the opposite of every sign.</summary>
    public bool IsTurned { get; private set; }

    /// <summary>The words agree with the signs as they are written.</summary>
    public bool IsConfirmed { get; private set; }

    /// <summary>
    /// A column whose words read otherwise than its signs, or that would be the only ones to tell the direction, though its name does not
    /// say that they do: they may as well be kinds of cards, persons or marks.
    /// </summary>
    public CsvColumn? Doubtful { get; private set; }

    /// <summary>How amounts beside the words for money out are mostly written; null where it is not shown.</summary>
    public bool? OutNegative { get; private set; }

    /// <summary>Likewise for money in.</summary>
    public bool? InNegative { get; private set; }

    public void Search(IReadOnlySet<int> taken)
    {
        if (table.Given.TryGetValue(CsvRole.Indicator, out var given))
        {
            var counts = Counts(table.Columns[given]);
            Found = (given, CsvSettledSigns.Words(table, counts.Keys) ?? Directions(table.Columns[given]));
            Show(CsvWordEvidence.SetFactors(Found.Value.Directions, counts));
            return;
        }

        foreach (var column in columns.Candidates(taken))
        {
            if (TryUse(column)) return;
        }
    }

    private bool TryUse(CsvColumn column)
    {
        var counts = Counts(column);
        if (counts.Count is 0 or > 4 * MostWords) return false;
        var directions = Directions(column);
        int known = 0, unknown = 0;
        var found = new HashSet<CsvDirection>();
        foreach (var (word, (positive, negative)) in counts)
        {
            var direction = directions.Of(word);
            if (direction != CsvDirection.Unknown)
            {
                known += positive + negative;
                found.Add(direction);
            }
            else
            {
                unknown += positive + negative;
            }
        }

        var isNamed = names.IsNamed(column, CsvRole.Indicator);
        if (known == 0) return false;
        if (!isNamed && !IsPlain(column, found.Count, unknown))
        {
            // Words for both directions beside others: where nothing else tells them, they are asked.
            if (found.Count == 2 && known > unknown && !_isSigned && column.Distinct.Count <= MostWords) Doubtful ??= column;
            return false;
        }

        if (!isNamed && !CsvHeaderNames.SpeaksOfKind(column.Header)) return TryUseUnnamed(column, directions, counts);
        var (ofOut, ofIn) = CsvWordEvidence.SetFactors(directions, counts);
        if (_isSigned && ofOut != 1 && ofIn != -1 && unknown <= known) IsConfirmed = true;
        else if (_isSigned && unknown * 20 > known) IsTurned = ofOut == 1 && ofIn != 1 && UnknownIsOtherwise(directions, counts);
        else if (unknown * 20 <= known || (!_isSigned && unknown < known)) Found = (column.Index, directions);
        if (Found is not null && _proof.IsAsWritten(column, directions)) Found = null;
        // Signs that go either way with one word do not follow from it.
        var isMixed = Found is not null && _isSigned && !CsvHeaderNames.TellsDirection(column.Header) && CsvWordEvidence.AreMixed(counts);
        if (isMixed && !_proof.IsByWords(column, directions)) (Found, Doubtful) = (null, Doubtful ?? column);
        if (!IsConfirmed && !IsTurned && Found is null) return false;
        Show((ofOut, ofIn));
        return true;
    }

    /// <summary>Its words count where nothing else can be meant, where signs or balances say the same, and else are asked.</summary>
    private bool TryUseUnnamed(CsvColumn column, CsvDirections directions, Dictionary<string, (int Positive, int Negative)> counts)
    {
        var factors = CsvWordEvidence.SetFactors(directions, counts);
        var evidence = CsvWordEvidence.Of(directions, counts);
        // What both say the balance may still disprove.
        if (_isSigned && evidence.IsAgreed) IsConfirmed = source.Balance is null;
        else if (!_isSigned && (!table.Header.Exists || CsvWordEvidence.ArePlain(counts.Keys, directions))) Found = (column.Index, directions);
        else if (_isSigned && !evidence.IsOpen) return false;
        else if (_proof.IsByWords(column, directions)) Found = (column.Index, directions);
        else Doubtful ??= column;
        if (Found is not null && _proof.IsAsWritten(column, directions)) Found = null;
        if (!IsConfirmed && Found is null) return false;
        Show(factors);
        return true;
    }

    /// <summary>Without a name that says so, only both directions' words tell, or flags where no column has a name.</summary>
    private bool IsPlain(CsvColumn column, int directions, int unknown) =>
        unknown == 0 && (directions == 2 || !table.Header.Exists) && column.Distinct.Keys.All(word => word.Length <= LongestWord);

    private bool UnknownIsOtherwise(CsvDirections directions, Dictionary<string, (int Positive, int Negative)> counts) =>
        table.Options.IsDebt && counts.All(word => directions.Of(word.Key) != CsvDirection.Unknown || word.Value.Negative >= word.Value.Positive);

    private void Show((int OfOut, int OfIn) signs) =>
        (OutNegative, InNegative) = (signs.OfOut == 0 ? null : signs.OfOut < 0, signs.OfIn == 0 ? null : signs.OfIn < 0);

    private CsvDirections Directions(CsvColumn column) =>
        CsvDirections.Of(Counts(column).Keys, column.Header, table.Mapping, table.Options.IsDebt);

    private Dictionary<string, (int Positive, int Negative)> Counts(CsvColumn column)
    {
        var counts = new Dictionary<string, (int Positive, int Negative)>(StringComparer.Ordinal);
        var isMark = table.Given.TryGetValue(CsvRole.Amount, out var ofAmounts) && ofAmounts == column.Index;
        for (var i = 0; i < amounts.Length; i++)
        {
            if (amounts[i] is not { } amount || !table.IsEntry(i)) continue;
            var word = isMark ? CsvMarkedAmounts.MarkOf(table.Rows[i][column.Index]) : CsvDirections.Key(table.Rows[i][column.Index]);
            var (positive, negative) = counts.GetValueOrDefault(word);
            counts[word] = (positive + (amount > 0 ? 1 : 0), negative + (amount < 0 ? 1 : 0));
        }

        return counts;
    }
}
