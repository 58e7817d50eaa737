using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace MyBudget.Domain;

/// <summary>An ISO 4217 currency. There is one instance per code, and none can be made besides those listed.</summary>
/// <remarks>
/// Codes are read in upper case only. One spelling everywhere keeps stored events, filters and the comparison of a
/// repeated request free of case, and <c>eur</c> tells a client's mistake early rather than after the first export.
/// </remarks>
[JsonConverter(typeof(CurrencyJsonConverter))]
public sealed record Currency : IParsable<Currency>
{
    private Currency(string code, int minorUnits)
    {
        Code = code;
        MinorUnits = minorUnits;
    }

    public static IReadOnlyDictionary<string, Currency> All { get; } =
        CurrencyData.MinorUnits.ToDictionary(known => known.Key, known => new Currency(known.Key, known.Value), StringComparer.Ordinal);

    public string Code { get; }

    /// <summary>How many decimals the minor unit stands for: 2 for EUR, 0 for JPY, 3 for BHD.</summary>
    public int MinorUnits { get; }

    public static Currency Of(string code) =>
        TryParse(code, out var currency) ? currency : throw new FormatException($"'{code}' is not the code of a known currency.");

    public static Currency Parse(string s, IFormatProvider? provider) => Of(s);

    public static bool TryParse([NotNullWhen(true)] string? s, [NotNullWhen(true)] out Currency? result)
    {
        result = null;
        return s is not null && All.TryGetValue(s, out result);
    }

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out Currency? result) =>
        TryParse(s, out result);

    public override string ToString() => Code;
}
