namespace MyBudget.BankFiles.Csv;

internal enum CsvRowKind : byte
{
    Entry,

    /// <summary>An opening, closing or other balance, a turnover or a total.</summary>
    Balance,

    /// <summary>A total by a word that may be a shop's name, too; or of some time.</summary>
    Total,

    /// <summary>What the bank says did not happen.</summary>
    NotBooked,

    /// <summary>It stands under the header of another table.</summary>
    OtherTable,
}
