namespace MyBudget.BankFiles;

/// <summary>Counts entries and rejected lines, and refuses the file that has too many.</summary>
internal sealed class RowLimit(int max)
{
    private int _count;

    public void Count(int rows = 1) => Check(_count += rows, max);

    public static void Check(int rows, int max)
    {
        if (rows > max) throw new BankFileException("too-many-rows", $"The file has more than {max} rows. Split it and import the parts.");
    }
}
