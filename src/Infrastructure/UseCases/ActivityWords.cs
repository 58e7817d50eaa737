namespace MyBudget.Infrastructure.UseCases;

/// <summary>The words in which activity is told, in the reader's language.</summary>
/// <param name="language">en or ru.</param>
/// <param name="names">What users, accounts and categories are called, and the currencies of accounts.</param>
/// <param name="somebody">A user whose name is nobody's any more.</param>
internal sealed class ActivityWords(string language, IReadOnlyDictionary<Guid, (string Name, Currency? Currency)> names, string somebody)
{
    private const string Unknown = "?";

    private readonly Wording _wording = new(language);

    public string Say(string code, string english, params ReadOnlySpan<(string Name, object? Value)> values) => _wording.Say(code, english, values);

    /// <param name="english">With <c>{count}</c> in it: for one, and for every other number.</param>
    public string Count(string code, long count, (string One, string Other) english) => _wording.Count(code, count, english);

    public string Day(DateOnly date) => _wording.Day(date);

    public string Amount(long minor, Currency currency) => _wording.Amount(minor, currency);

    /// <summary>In the account's currency.</summary>
    public string Amount(long minor, Guid account) => CurrencyOf(account) is { } currency ? Amount(minor, currency) : Unknown;

    public Currency? CurrencyOf(Guid account) => names.TryGetValue(account, out var known) ? known.Currency : null;

    /// <summary>Of an account or a category.</summary>
    public string NameOf(Guid id) => names.TryGetValue(id, out var known) ? known.Name : Unknown;

    public string Member(Guid user) => names.TryGetValue(user, out var known) ? known.Name : somebody;
}
