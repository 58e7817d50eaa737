using Microsoft.AspNetCore.Http.HttpResults;

namespace MyBudget.Infrastructure.Http;

/// <summary>Answers of use cases that say or find nothing. What is missing and what belongs to somebody else is the same 404.</summary>
internal static class Answers
{
    /// <summary>What was found answers for itself.</summary>
    public static async Task<Results<TResult, NotFound>> OrNotFound<TResult>(this Task<TResult?> found) where TResult : class, IResult =>
        await found is { } result ? result : TypedResults.NotFound();

    /// <summary>What was found is shown.</summary>
    public static async Task<Results<TResult, NotFound>> OrNotFound<T, TResult>(this Task<T?> found, Func<T, TResult> show)
        where T : class where TResult : class, IResult =>
        await found is { } value ? show(value) : TypedResults.NotFound();

    /// <summary>Nothing is said of what was found and dealt with.</summary>
    public static async Task<Results<NoContent, NotFound>> OrNotFound(this Task<bool> found) =>
        await found ? TypedResults.NoContent() : TypedResults.NotFound();

    public static async Task<NoContent> NoContent(this Task<Unit> done)
    {
        await done;
        return TypedResults.NoContent();
    }
}
