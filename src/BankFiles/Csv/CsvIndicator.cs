using System.Collections.Frozen;

namespace MyBudget.BankFiles.Csv;

/// <summary>The words of a column that tells money out from money in.</summary>
internal static class CsvIndicator
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Out = new[]
    {
        "D", "DR", "DB", "DBIT", "DEBIT", "S", "SOLL", "AF", "-", "OUT", "DÉBIT", "DÉBITO", "DEBITO", "CARGO", "DARE", "РАСХОД", "ДЕБЕТ", "СПИСАНИЕ",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> In = new[]
    {
        "C", "CR", "CRDT", "CREDIT", "H", "HABEN", "BIJ", "+", "IN", "CRÉDIT", "CRÉDITO", "CREDITO", "ABONO", "AVERE", "ПРИХОД", "КРЕДИТ", "ЗАЧИСЛЕНИЕ",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsOut(ReadOnlySpan<char> text) => Out.Contains(text);

    /// <summary>
    /// A column called "type" may hold anything. It tells the direction if nearly every row of it does, or if most do and no
    /// amount has a sign of its own; a row that then says something else is rejected rather than booked with a wrong sign.
    /// </summary>
    public static bool TellsDirection(ReadOnlySpan<CsvRecord> rows, int column, int amountColumn)
    {
        int told = 0, other = 0;
        var isSigned = false;
        foreach (var row in rows)
        {
            var text = row[column];
            if (text.IsEmpty) continue;
            if (IsKnown(text)) told++;
            else if (row.Fields.Length > 2) other++;
            isSigned |= BankAmount.TryParse(row[amountColumn], '\0', out var amount) && amount < 0;
        }

        return told > 0 && (other * 20 <= told || (other < told && !isSigned));
    }

    public static bool IsKnown(ReadOnlySpan<char> text) => Out.Contains(text) || In.Contains(text);
}
