namespace MyBudget.Features.Transactions;

/// <summary>
/// Which transactions are meant: of one kind of value any that is given has to fit, and of the kinds all. Blank values say nothing.
/// <see cref="TransactionWhere"/> makes SQL of it, once <see cref="TransactionFilterValidator"/> has passed it.
/// </summary>
internal record TransactionFilter
{
    public const string NoCategory = "none";

    // A query string is read without the JSON's naming of enums.
    public static readonly IReadOnlyList<string> Statuses = Names<EntryStatus>();
    public static readonly IReadOnlyList<string> Types = Names<TransactionType>();

    /// <summary>Accounts; either side of a transfer. Dates, amounts and statuses are then those of the side in one of these accounts.</summary>
    public string[]? AccountId { get; init; }

    /// <summary>Ids of categories, of the whole or of a split; <c>none</c> for what has no category and is no transfer.</summary>
    public string[]? CategoryId { get; init; }

    /// <summary>The first date.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last date.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Signed minor units, inclusive.</summary>
    public long? MinAmount { get; init; }

    /// <summary>Signed minor units, inclusive.</summary>
    public long? MaxAmount { get; init; }

    /// <summary>pending, cleared or reconciled.</summary>
    public string[]? Status { get; init; }

    /// <summary>
    /// expense (money out that is no transfer), income (money in that is none), transfer, or split (an expense or income in parts).
    /// </summary>
    public string[]? Type { get; init; }

    /// <summary>Whole tags, whatever case and accents.</summary>
    public string[]? Tag { get; init; }

    /// <summary>The whole payee, whatever case and accents.</summary>
    public string[]? Payee { get; init; }

    /// <summary>Users who recorded or imported it.</summary>
    public string[]? CreatedBy { get; init; }

    /// <summary>Imports that brought it.</summary>
    public string[]? ImportId { get; init; }

    /// <summary>Changed at this moment or later: yyyy-MM-ddTHH:mm:ss with Z or an offset, or a day in UTC.</summary>
    public string? UpdatedSince { get; init; }

    /// <summary>Text that the payee, the note or a split's note contains, whatever case and accents; up to 200 characters.</summary>
    public string? Q { get; init; }

    /// <summary>true for those that were deleted and can be restored, false (if absent) for the others.</summary>
    public bool? Deleted { get; init; }

    public static string[] Given(string[]? values) =>
    [
        .. (values ?? []).Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value.Trim()).Distinct(StringComparer.Ordinal),
    ];

    public static Guid[] IdsOf(string[]? values) => [.. Given(values).Select(Guid.Parse).Distinct()];

    /// <summary>As it is stored in JSON.</summary>
    public static string[] IdTexts(string[]? values) => [.. IdsOf(values).Select(id => id.ToString("D"))];

    /// <summary>A plus sign that was not encoded arrives as a blank.</summary>
    public static bool TryReadMoment(string text, out DateTimeOffset moment) => DateTimeOffset.TryParseExact(
        text.Trim().Replace(' ', '+'), ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"],
        CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);

    private static string[] Names<TEnum>() where TEnum : struct, Enum => [.. Enum.GetNames<TEnum>().Select(JsonNamingPolicy.CamelCase.ConvertName)];
}

internal enum TransactionType
{
    Expense,
    Income,
    Transfer,
    Split,
}
