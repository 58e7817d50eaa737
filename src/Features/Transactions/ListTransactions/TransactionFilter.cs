using System.Text.Json;
using MyBudget.Features.Transactions.Contracts;
using MyBudget.Infrastructure.Http.Paging;

namespace MyBudget.Features.Transactions.ListTransactions;

/// <summary>What a list of transactions is narrowed to; filters combine with and.</summary>
/// <param name="AccountId">Either side of a transfer. The amounts below are then those of this account's side.</param>
/// <param name="CategoryId">A category's id, of the whole or of a split; <c>none</c> for what has no category and is no transfer.</param>
/// <param name="From">The first date.</param>
/// <param name="To">The last date.</param>
/// <param name="MinAmount">Signed minor units, inclusive.</param>
/// <param name="MaxAmount">Signed minor units, inclusive.</param>
/// <param name="Status">pending, cleared or reconciled.</param>
/// <param name="Tag">Whatever the case.</param>
/// <param name="Q">Text that payee or note contain, whatever the case; up to 200 characters.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
/// <param name="Limit">1 to 200, 50 if absent.</param>
internal sealed record TransactionFilter(
    Guid? AccountId, string? CategoryId, DateOnly? From, DateOnly? To, long? MinAmount, long? MaxAmount, string? Status, string? Tag,
    string? Q, string? Cursor, int? Limit)
{
    public const string NoCategory = "none";

    // A query string is read without the JSON's naming of enums.
    public static readonly IReadOnlyList<string> Statuses = [.. Enum.GetNames<EntryStatus>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    public int PageSize => Limit ?? PageLimit.Default;
}
