using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MyBudget.IntegrationTests.Features.Transactions;

/// <param name="Fits">Whether one value fits an entry; null for what is asked of a side.</param>
internal sealed record Filter(string Name, string[] Values, Func<FilterEntry, string, bool>? Fits);

/// <summary>The plainest meaning of filters.</summary>
internal sealed record FilterQuery(Filter[] Filters, bool Deleted)
{
    public IEnumerable<(string Name, string Value)> Parts =>
        Filters.SelectMany(filter => filter.Values.Select(value => (filter.Name, value))).Concat(Deleted ? [("deleted", "true")] : []);

    public bool Matches(FilterEntry entry) =>
        entry.IsDeleted == Deleted && Side(entry) is not null
        && Filters.Where(filter => filter.Fits is not null).All(filter => filter.Values.Any(value => filter.Fits!(entry, value)));

    /// <summary>Newest date first, and of a day what was recorded last.</summary>
    public IEnumerable<FilterEntry> Ordered(IEnumerable<FilterEntry> entries) =>
        entries.OrderByDescending(entry => Side(entry)!.Date, StringComparer.Ordinal).ThenByDescending(entry => entry.Moment("createdAt"));

    public IEnumerable<(string, long)> Sums(IEnumerable<FilterEntry> entries, Dictionary<Guid, string> currencies) =>
        entries.Select(entry => Side(entry)!).GroupBy(side => currencies[side.Account]).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Sum(side => side.Amount)));

    private FilterSide? Side(FilterEntry entry) =>
        (Given("accountId") is null ? entry.Sides.Take(1) : entry.Sides).FirstOrDefault(side =>
            (Given("accountId") is not { } accounts || accounts.Contains(side.Account.ToString()))
            && (Given("from") is not [var from] || string.CompareOrdinal(side.Date, from) >= 0)
            && (Given("to") is not [var to] || string.CompareOrdinal(side.Date, to) <= 0)
            && (Given("minAmount") is not [var min] || side.Amount >= long.Parse(min, CultureInfo.InvariantCulture))
            && (Given("maxAmount") is not [var max] || side.Amount <= long.Parse(max, CultureInfo.InvariantCulture))
            && (Given("status") is not { } statuses || statuses.Contains(side.Status)));

    private string[]? Given(string name) => Filters.SingleOrDefault(filter => filter.Name == name)?.Values;
}

internal sealed record FilterSide(Guid Account, string Date, long Amount, string Status);

/// <summary>An entry as the API shows it.</summary>
internal sealed class FilterEntry(JsonElement json)
{
    public Guid Id => json.GetProperty("id").GetGuid();

    public string Date => Text("date")!;

    public string Status => Text("status")!;

    public string? Payee => Text("payee");

    public bool IsDeleted => Text("deletedAt") is not null;

    public string[] Tags => [.. json.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!)];

    public IReadOnlyList<FilterSide> Sides => IsTransfer
        ? [Own, new FilterSide(json.GetProperty("transfer").GetProperty("accountId").GetGuid(), Date, json.GetProperty("transfer").GetProperty("amount").GetInt64(), Status)]
        : [Own];

    private FilterSide Own => new(json.GetProperty("accountId").GetGuid(), Date, json.GetProperty("amount").GetInt64(), Status);

    private bool IsTransfer => json.TryGetProperty("transfer", out var transfer) && transfer.ValueKind == JsonValueKind.Object;

    private JsonElement[] Splits => [.. json.GetProperty("splits").EnumerateArray()];

    public string? Text(string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    public DateTimeOffset Moment(string name) => json.GetProperty(name).GetDateTimeOffset();

    public bool HasCategory(string value) => value == "none"
        ? !IsTransfer && (Splits.Length == 0 ? Text("categoryId") is null : Splits.Any(split => CategoryOf(split) is null))
        : Text("categoryId") == value || Splits.Any(split => CategoryOf(split) == value);

    public bool IsType(string type) => type switch
    {
        "expense" => !IsTransfer && Own.Amount < 0,
        "income" => !IsTransfer && Own.Amount > 0,
        "transfer" => IsTransfer,
        _ => Splits.Length > 0,
    };

    public bool Contains(string text) => new[] { Payee, Text("note") }.Concat(Splits.Select(split => split.TryGetProperty("note", out var note) ? note.GetString() : null))
        .Any(part => part is not null && Fold(part).Contains(Fold(text), StringComparison.Ordinal));

    public static string Fold(string text) => string.Concat(
            text.Normalize(NormalizationForm.FormKD).Where(character => CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark))
        .ToLowerInvariant().Replace('ς', 'σ');

    private static string? CategoryOf(JsonElement split) => split.TryGetProperty("categoryId", out var id) ? id.GetString() : null;
}
