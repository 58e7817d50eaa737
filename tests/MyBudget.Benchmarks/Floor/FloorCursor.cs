using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace MyBudget.Benchmarks.Floor;

/// <summary>Where a page ended, written as the product writes it: both are asked for the same pages.</summary>
internal static class FloorCursor
{
    private const string Day = "yyyyMMdd";

    public static string After(FloorTransaction last) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{last.Date.ToString(Day, CultureInfo.InvariantCulture)}{last.Id:N}"));

    public static (DateOnly Date, Guid Id) Read(string cursor)
    {
        var plain = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor));
        return (DateOnly.ParseExact(plain[..Day.Length], Day, CultureInfo.InvariantCulture), Guid.ParseExact(plain[Day.Length..], "N"));
    }
}
