using MyBudget.BankFiles;

namespace MyBudget.Features.Imports.ImportFile;

/// <summary>Between what readers of files settle and what is kept of it.</summary>
internal static class LayoutText
{
    public static SettledLayout ToSettled(ImportLayout kept) => new(kept.Id, kept.Shape)
    {
        Delimiter = kept.Delimiter,
        Encoding = kept.Encoding,
        Sheet = kept.Sheet,
        HasHeader = kept.Headers.Count > 0,
        Headers = kept.Headers,
        DateFormat = kept.DateFormat,
        DecimalSeparator = kept.DecimalSeparator is [var separator] ? separator : null,
        Negate = kept.Negate,
        IndicatorOut = kept.IndicatorOut,
        IndicatorIn = kept.IndicatorIn,
        OutNegative = kept.OutNegative,
        InNegative = kept.InNegative,
        NoFee = kept.NoFee,
        NoAccount = kept.NoAccount,
        Columns = kept.Columns,
    };

    public static ImportLayoutDetails Of(SettledLayout settled, Guid account, string format) => new()
    {
        AccountId = account,
        Format = format,
        Shape = settled.Shape,
        Headers = settled.Headers,
        Columns = new SortedDictionary<string, int>(settled.Columns.ToDictionary(), StringComparer.Ordinal),
        Delimiter = settled.Delimiter,
        Encoding = settled.Encoding,
        Sheet = settled.Sheet,
        DateFormat = settled.DateFormat,
        DecimalSeparator = settled.DecimalSeparator?.ToString(),
        Negate = settled.Negate,
        IndicatorOut = [.. settled.IndicatorOut.Order(StringComparer.Ordinal)],
        IndicatorIn = [.. settled.IndicatorIn.Order(StringComparer.Ordinal)],
        OutNegative = settled.OutNegative,
        InNegative = settled.InNegative,
        NoFee = settled.NoFee,
        NoAccount = settled.NoAccount,
    };

    /// <summary>Records compare their lists by reference. A header that names another day is the same column.</summary>
    public static bool AreSame(ImportLayoutDetails one, ImportLayoutDetails other) => JsonOf(one) == JsonOf(other);

    private static string JsonOf(ImportLayoutDetails details) =>
        JsonSerializer.Serialize(details with
        {
            Headers = [],
            Columns = new SortedDictionary<string,
            int>(details.Columns.ToDictionary(), StringComparer.Ordinal)
        });
}
