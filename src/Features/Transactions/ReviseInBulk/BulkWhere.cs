namespace MyBudget.Features.Transactions.ReviseInBulk;

/// <summary>Which transactions a bulk change is for: these, or what a list with the same filter shows.</summary>
internal sealed record BulkWhere : TransactionFilter
{
    /// <summary>1 to 5,000 transactions; not together with a filter.</summary>
    public IReadOnlyList<Guid>? Ids { get; init; }

    /// <summary>Nobody means a whole ledger by saying nothing.</summary>
    internal bool SaysNothing => Ids is null or { Count: 0 } && !Filters;

    internal bool Filters =>
        new[] { AccountId, CategoryId, Status, Type, Tag, Payee, CreatedBy, ImportId, [UpdatedSince ?? "", Q ?? ""] }.Any(values => Given(values).Length > 0)
        || From is not null || To is not null || MinAmount is not null || MaxAmount is not null;
}

internal sealed class BulkWhereValidator : AbstractValidator<BulkWhere>
{
    public BulkWhereValidator()
    {
        Include(new TransactionFilterValidator());
        RuleFor(where => where).Must(where => !where.SaysNothing).WithErrorCode("required").WithMessage("Name transactions, or filter them.").OverridePropertyName("");
        Given("accountId", where => where.AccountId);
        Given("categoryId", where => where.CategoryId);
        Given("status", where => where.Status);
        Given("type", where => where.Type);
        Given("tag", where => where.Tag);
        Given("payee", where => where.Payee);
        Given("createdBy", where => where.CreatedBy);
        Given("importId", where => where.ImportId);
        Given("updatedSince", where => where.UpdatedSince is { } since ? [since] : null);
        Given("q", where => where.Q is { } text ? [text] : null);
        RuleFor(where => where.Ids).Must((where, ids) => ids is null || !where.Filters)
            .WithErrorCode("not-allowed").WithMessage("Either ids or a filter is allowed.")
            .Must(ids => ids is null or { Count: <= BulkRevision.Most })
            .WithErrorCode("too-many").WithMessage($"At most {BulkRevision.Most} transactions are changed at once.");
        RuleFor(where => where.Deleted).NotEqual(true).WithMessage("Deleted transactions are restored, not changed.");
    }

    /// <summary>In a list a blank value says nothing; here it would mean more transactions than somebody thought.</summary>
    private void Given(string member, Func<BulkWhere, string?[]?> values) =>
        RuleFor(where => where).Must(where => values(where) is not { } given || (given.Length > 0 && given.All(value => !string.IsNullOrWhiteSpace(value))))
            .OverridePropertyName(member).WithErrorCode("required").WithMessage("This value is required.");
}
