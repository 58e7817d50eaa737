namespace MyBudget.Infrastructure.Http.Paging;

/// <summary>Which page of a list is asked for.</summary>
internal sealed record PageQuery
{
    /// <summary>The <c>nextCursor</c> of the page before.</summary>
    public string? Cursor { get; init; }

    /// <summary>1 to 200, 50 if absent.</summary>
    public int? Limit { get; init; }
}
