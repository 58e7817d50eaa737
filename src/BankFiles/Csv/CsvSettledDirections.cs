namespace MyBudget.BankFiles.Csv;

/// <summary>
/// How signs went with the words, or with the columns, that tell the direction. <c>10 Debit, -9 Credit</c> is what one bank writes and
/// what another never would: where a file has it otherwise than what was settled, either its words or its signs are not what they were.
/// </summary>
internal static class CsvSettledDirections
{
    public static bool Agrees(SettledLayout now, SettledLayout before)
    {
        // What words and signs both say is no question, where signs were not written before.
        var isPlain = before is { OutNegative: false, InNegative: null or false, Negate: null or false };
        if (isPlain && now is { OutNegative: true, InNegative: false }) return true;
        var isOutOther = now.OutNegative is { } ofOut && before.OutNegative is { } outBefore && ofOut != outBefore;
        // Of what no file has shown yet, or a former release did not keep, a minus beside money in is a question.
        var isInOther = now.InNegative is { } ofIn && ofIn != (before.InNegative ?? false);
        return !isOutOther && !isInOther;
    }

    /// <exception cref="BankFileException">The file has it otherwise and proves nothing, nor does the user say which holds.</exception>
    public static void Ensure(CsvReading reading, SettledLayout before, BankFileOptions options)
    {
        EnsureSigned(reading, before, options);
        if (reading.Layout.Settles is not { } now || Agrees(now, before) || IsSaid(options.Csv) || IsProven(reading, options)) return;
        throw new BankFileException(
            "direction-needed",
            "In earlier files of the account the signs of amounts went otherwise with what tells money out from money in. Say `negate`: "
            + "false to go by the words or the columns, true for the opposite.",
            ["false", "true"]);
    }

    /// <summary>Where money out always had a minus, amounts without any may have lost it.</summary>
    private static void EnsureSigned(CsvReading reading, SettledLayout before, BankFileOptions options)
    {
        var wasSigned = before is { OutNegative: true, InNegative: null or false, Negate: null };
        if (!wasSigned || reading.Layout.Signs != CsvSigns.AllIn || options.Csv?.Negate is not null || IsProven(reading, options)) return;
        throw new BankFileException(
            "direction-needed",
            "In earlier files of the account money out had a minus, here no amount has one. Say `negate`: false where all of it is money in, "
            + "true where it is money out; or which columns or words tell it.",
            ["false", "true"]);
    }

    private static bool IsSaid(CsvMapping? mapping) => mapping is not null
        && (mapping.Negate is not null || mapping.IndicatorOut is not null || mapping.IndicatorIn is not null
            || CsvMappedColumns.Given(mapping).Any(given => given.Role is CsvRole.Indicator or CsvRole.Amount or CsvRole.Debit or CsvRole.Credit));

    /// <summary>What is owed proves no sign.</summary>
    private static bool IsProven(CsvReading reading, BankFileOptions options) =>
        !options.IsDebt && reading.Statements.All(statement => statement.BalanceCheck is BalanceCheck.Proved);
}
