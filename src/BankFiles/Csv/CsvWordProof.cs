namespace MyBudget.BankFiles.Csv;

/// <summary>Whether the file's balances follow the words of a column, or the signs as they are written.</summary>
internal sealed class CsvWordProof(CsvTable table, CsvAmountSource source, decimal?[] amounts)
{
    public bool IsByWords(CsvColumn column, CsvDirections directions) => Is(Turned(column, directions)) && !Is(amounts);

    public bool IsAsWritten(CsvColumn column, CsvDirections directions) => Is(amounts) && !Is(Turned(column, directions));

    private bool Is(decimal?[] values) => CsvWordEvidence.IsProof(table, source, values);

    private decimal?[] Turned(CsvColumn column, CsvDirections directions) => [.. amounts.Select((amount, i) =>
        amount is { } value ? directions.Turn(value, directions.Of(table.Rows[i][column.Index])) : (decimal?)null)];
}
