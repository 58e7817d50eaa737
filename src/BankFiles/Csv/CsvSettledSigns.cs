namespace MyBudget.BankFiles.Csv;

/// <summary>
/// How earlier files told money out from money in, for one that does not tell; where it says the opposite, it is asked again.
/// </summary>
internal static class CsvSettledSigns
{
    /// <summary>Words that mean the opposite of what banks mostly mean by them: the user said so, so the file alone would be misread.</summary>
    public static bool HasOwnWords(SettledLayout settled, bool isCard)
    {
        var column = settled.Columns.GetValueOrDefault(CsvMappedColumns.NameOf(CsvRole.Indicator), -1);
        var header = column >= 0 && column < settled.Headers.Count ? settled.Headers[column] : "";
        var together = new CsvDirections([.. settled.IndicatorOut, .. settled.IndicatorIn], isCard, header);
        return settled.IndicatorOut.Any(word => Is(word, CsvDirection.In)) || settled.IndicatorIn.Any(word => Is(word, CsvDirection.Out));

        bool Is(string word, CsvDirection direction) =>
            together.Of(word) == direction || new CsvDirections([word], isCard).Of(word) == direction;
    }

    /// <summary>Null where nothing was settled.</summary>
    public static CsvAmountSource? Of(CsvTable table, CsvAmountSource source, decimal?[] amounts)
    {
        if (table.Options.Hints is not { Negate: { } negate } hints) return null;
        var (money, spent) = (amounts.Count(amount => amount > 0), amounts.Count(amount => amount < 0));
        // Signs of both kinds tell it themselves.
        if (!negate && spent > 0 && money > 0 && !table.Options.IsDebt) return null;
        if (negate && spent > money && !CsvCardTexts.SayThatMinusIsMoneyIn(table, amounts))
        {
            hints.Contradict();
            throw table.Needed(
                "direction-needed",
                "In earlier files of the account the signs were to be turned, but here most amounts have a minus. Say `negate`: true to turn "
                + "them, false if they are right.",
                ["true", "false"]);
        }

        hints.Use("negate");
        return source with { Negate = negate };
    }

    /// <summary>
    /// Null where the column or its words were not settled, or the user says otherwise. A word that is new among them is asked.
    /// </summary>
    public static CsvDirections? Words(CsvTable table, IReadOnlyCollection<string> words)
    {
        if (table.Said.Contains(CsvRole.Indicator) || table.Options.Hints is not { HasWords: true } hints) return null;
        var directions = new CsvDirections(words, hints.Settled, table.Options.IsDebt);
        List<string> unknown = [.. words.Where(word => word.Length > 0 && directions.Of(word) == CsvDirection.Unknown)];
        if (unknown.Count == 0) return directions;
        hints.Contradict();
        throw table.Needed(
            "direction-needed",
            "Earlier files of the account settled which words are money out and which money in; here are others. "
            + "Say `indicatorOut` and `indicatorIn`.",
            unknown);
    }
}
