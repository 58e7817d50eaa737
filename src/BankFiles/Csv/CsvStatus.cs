namespace MyBudget.BankFiles.Csv;

internal enum CsvStatus
{
    Booked,
    Pending,
    NotBooked,
}

/// <summary>What banks write in a column of states. An unknown word counts as booked.</summary>
internal static class CsvStatusWords
{
    private static readonly Dictionary<string, CsvStatus> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["pending"] = CsvStatus.Pending,
        ["authorised"] = CsvStatus.Pending,
        ["authorized"] = CsvStatus.Pending,
        ["hold"] = CsvStatus.Pending,
        ["vorgemerkt"] = CsvStatus.Pending,
        ["en attente"] = CsvStatus.Pending,
        ["pendiente"] = CsvStatus.Pending,
        ["в обработке"] = CsvStatus.Pending,
        ["failed"] = CsvStatus.NotBooked,
        ["denied"] = CsvStatus.NotBooked,
        ["declined"] = CsvStatus.NotBooked,
        ["reverted"] = CsvStatus.NotBooked,
        ["cancelled"] = CsvStatus.NotBooked,
        ["canceled"] = CsvStatus.NotBooked,
        ["rejected"] = CsvStatus.NotBooked,
        ["storniert"] = CsvStatus.NotBooked,
        ["отклонено"] = CsvStatus.NotBooked,
        ["отменено"] = CsvStatus.NotBooked,
    };

    public static CsvStatus Of(ReadOnlySpan<char> text) =>
        !text.IsEmpty && Words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var status) ? status : CsvStatus.Booked;
}
