namespace MyBudget.Domain;

/// <summary>
/// The codes of ISO 4217 with the decimals of their minor unit. Precious metals, XDR, XSU and XUA have no minor unit,
/// XTS and XXX are no currency: nobody keeps an account in them.
/// </summary>
internal static class CurrencyData
{
    private const string NoDecimals = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";

    private const string TwoDecimals = """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW
        CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF
        IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK
        MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP
        SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG
        YER ZAR ZMW ZWG
        """;

    private const string ThreeDecimals = "BHD IQD JOD KWD LYD OMR TND";

    private const string FourDecimals = "CLF UYW";

    // Withdrawn since about 2010: old accounts and old bank files still name them.
    private const string WithdrawnWithTwoDecimals = "ANG BGN CUC EEK HRK LTL LVL MRO SLL STD VEF ZMK ZWL";

    private const string WithdrawnWithNoDecimals = "BYR";

    public static IReadOnlyDictionary<string, int> MinorUnits { get; } = new Dictionary<string, int>(
        [
            .. Listed(NoDecimals, 0), .. Listed(TwoDecimals, 2), .. Listed(ThreeDecimals, 3), .. Listed(FourDecimals, 4),
            .. Listed(WithdrawnWithTwoDecimals, 2), .. Listed(WithdrawnWithNoDecimals, 0),
        ],
        StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, int>> Listed(string codes, int minorUnits) =>
        codes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(code => KeyValuePair.Create(code, minorUnits));
}
