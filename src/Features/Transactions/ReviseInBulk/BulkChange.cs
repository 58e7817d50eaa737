using System.Text.Json.Serialization;

namespace MyBudget.Features.Transactions.ReviseInBulk;

/// <summary>One change for many transactions: members that are there replace, null removes; those that are absent stay as they are.</summary>
internal sealed record BulkChange
{
    /// <summary>An open account of the same currency; transfers are skipped.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Null to leave them uncategorised. Splits and transfers are skipped.</summary>
    public Guid? CategoryId
    {
        get;
        init => (field, SetsCategory) = (value, true);
    }

    /// <summary>Up to 200 characters.</summary>
    public string? Payee
    {
        get;
        init => (field, SetsPayee) = (value, true);
    }

    /// <summary>At most 20, each up to 50 characters.</summary>
    public IReadOnlyList<string>? AddTags { get; init; }

    /// <summary>Whatever their case.</summary>
    public IReadOnlyList<string>? RemoveTags { get; init; }

    /// <summary>pending, cleared or reconciled. Alone, it also unlocks what is reconciled.</summary>
    public EntryStatus? Status { get; init; }

    /// <summary>The posting date for all of them.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>How many days later, or earlier if negative, each is dated; at most 3,660. Not together with a date.</summary>
    public int? MoveDays { get; init; }

    /// <summary>True to delete them; alone.</summary>
    public bool? Delete { get; init; }

    [JsonIgnore]
    public bool SetsCategory { get; private init; }

    [JsonIgnore]
    public bool SetsPayee { get; private init; }

    [JsonIgnore]
    public bool Deletes => Delete is true;

    /// <summary>Whether it says anything but a status.</summary>
    [JsonIgnore]
    public bool IsMoreThanStatus =>
        AccountId is not null || SetsCategory || SetsPayee || AddTags is { Count: > 0 } || RemoveTags is { Count: > 0 } || Date is not null
        || MoveDays is not null || Deletes;

    [JsonIgnore]
    public bool IsEmpty => !IsMoreThanStatus && Status is null;
}
