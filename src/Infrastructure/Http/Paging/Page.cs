namespace MyBudget.Infrastructure.Http.Paging;

/// <summary>A page of a list.</summary>
/// <param name="Items">The items, newest first unless the list says otherwise.</param>
/// <param name="NextCursor">What to pass as <c>cursor</c> for the next page; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);

public static class PageLimit
{
    public const int Default = 50;
    public const int Max = 200;
}
