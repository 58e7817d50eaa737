namespace MyBudget.Features.Transactions.ListTransactions;

/// <summary>What a list of transactions is narrowed to; filters combine with and.</summary>
internal sealed record TransactionFilter
{
    public const string NoCategory = "none";

    // A query string is read without the JSON's naming of enums.
    public static readonly IReadOnlyList<string> Statuses = [.. Enum.GetNames<EntryStatus>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <summary>Either side of a transfer. The amounts below are then those of this account's side.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>A category's id, of the whole or of a split; <c>none</c> for what has no category and is no transfer.</summary>
    public string? CategoryId { get; init; }

    /// <summary>The first date.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last date.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Signed minor units, inclusive.</summary>
    public long? MinAmount { get; init; }

    /// <summary>Signed minor units, inclusive.</summary>
    public long? MaxAmount { get; init; }

    /// <summary>pending, cleared or reconciled.</summary>
    public string? Status { get; init; }

    /// <summary>Whatever the case.</summary>
    public string? Tag { get; init; }

    /// <summary>Text that payee or note contain, whatever the case; up to 200 characters.</summary>
    public string? Q { get; init; }

    /// <summary>The <c>nextCursor</c> of the page before.</summary>
    public string? Cursor { get; init; }

    /// <summary>1 to 200, 50 if absent.</summary>
    public int? Limit { get; init; }

    public int PageSize => Limit ?? PageLimit.Default;
}
