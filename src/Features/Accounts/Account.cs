using System.Diagnostics.CodeAnalysis;

namespace MyBudget.Features.Accounts;

/// <summary>The state of an account's own fields; its stored JSON, with the balances put in, is what clients see.</summary>
public record Account : AccountDetails, ILedgerState<Account>
{
    public Account() { }

    [SetsRequiredMembers]
    private Account(AccountDetails details) : base(details) { }

    /// <summary>UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>A closed account takes no entries.</summary>
    public required bool Closed { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>UTC; of the account's own fields.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>UTC; only seen when an opening is repeated after a deletion.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Of the account's own fields; see <c>ETag</c>.</summary>
    public required int Version { get; init; }

    public static Account? Fold(Account? state, Guid id, object e) => e switch
    {
        AccountOpened opened => new Account(opened.Details) { Id = id, CreatedAt = opened.At, UpdatedAt = opened.At, Version = 1 },
        AccountRevised revised => state!.With(revised.Now).At(revised.At),
        AccountClosed closed => state!.At(closed.At) with { Closed = true },
        AccountReopened reopened => state!.At(reopened.At) with { Closed = false },
        AccountDeleted => null,
        _ => state,
    };

    /// <summary>As it was when it was deleted.</summary>
    internal Account Deleted(DateTimeOffset at) => At(at) with { DeletedAt = at };

    private Account With(AccountDetails details) => new(details) { Id = Id, Closed = Closed, CreatedAt = CreatedAt, Version = Version };

    private Account At(DateTimeOffset at) => this with { UpdatedAt = at, Version = Version + 1 };
}
