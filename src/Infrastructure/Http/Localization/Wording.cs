namespace MyBudget.Infrastructure.Http.Localization;

/// <summary>Sentences in a language, with what people of the language read in them.</summary>
/// <param name="language">en or ru.</param>
internal sealed class Wording(string language)
{
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language);

    public string Language => language;

    public string Say(string code, string english, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in values) arguments.Add(name, value);
        return Messages.In(language, code, english, arguments);
    }

    /// <param name="english">With <c>{count}</c> in it: for one, and for every other number.</param>
    public string Count(string code, long count, (string One, string Other) english)
    {
        var number = count.ToString("N0", _culture);
        return Say(
            $"{code}.{Plural.Of(language, count)}", (count == 1 ? english.One : english.Other).Replace("{count}", number, StringComparison.Ordinal), ("count", number));
    }

    /// <summary>With the month in words: in numbers, half of the world reads another day.</summary>
    public string Day(DateOnly date) => date.ToString("d MMMM yyyy", _culture);

    /// <summary>With the time zone that it is in, since nobody can see which it would be.</summary>
    /// <param name="instant">When.</param>
    /// <param name="timeZone">IANA.</param>
    public string Moment(DateTimeOffset instant, string timeZone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(timeZone));
        return $"{Day(DateOnly.FromDateTime(local.DateTime))}, {local.ToString("HH:mm", _culture)} ({timeZone})";
    }

    /// <summary>By its code, since a symbol such as $ is not one currency's. The space keeps both on one line.</summary>
    public string Amount(long minor, Currency currency) =>
        $"{new Money(minor, currency).ToDecimal().ToString($"N{currency.MinorUnits}", _culture)}\u00a0{currency.Code}";
}
