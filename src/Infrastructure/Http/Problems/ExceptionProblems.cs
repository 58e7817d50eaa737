using JasperFx;
using Marten.Exceptions;
using Microsoft.AspNetCore.Mvc;

namespace MyBudget.Infrastructure.Http.Problems;

/// <summary>
/// The one place where an exception becomes an answer. What is not listed is a 500 that says nothing; where a status says all, its code
/// and text follow from it (<see cref="ProblemsSetup"/>).
/// </summary>
internal static class ExceptionProblems
{
    public static ProblemDetails? Of(Exception exception) => exception switch
    {
        ValidationException invalid => Invalid(ValidationErrors.Of(invalid)),
        BadHttpRequestException bad => Unreadable(bad),
        RuleViolation broken => Problem(
            broken.IsConflict ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity,
            broken.Code, broken.Message, broken.Arguments),
        RuleViolations several => Refused(several),
        ProblemException known => Problem(known.Status, known.Code, known.Message, known.Arguments),
        OverflowException => Overflow(),
        LedgerGoneException => new ProblemDetails { Status = StatusCodes.Status404NotFound },
        // The next one may find more of it: this one has let go of its own.
        OutOfMemoryException => Unavailable(),
        ConcurrencyException or ExistingStreamIdCollisionException => Conflict(),
        _ => Find<PostgresException>(exception) is { } refusal ? Refused(refusal)
            : Find<NpgsqlException>(exception) is not null || Find<TimeoutException>(exception) is not null ? Unavailable()
            : null,
    };

    /// <summary>A conflict only if nothing worse is among them.</summary>
    private static ProblemDetails Refused(RuleViolations several)
    {
        var problem = Problem(
            several.Broken.Values.All(broken => broken.IsConflict) ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity,
            "http.items-refused", "Some items break a rule; nothing was done.");
        problem.Extensions["errors"] = several.Broken.ToDictionary(
            item => $"{several.Member}[{item.Key}]",
            item => new[] { new FieldError(item.Value.Code, Messages.Localize(item.Value.Code, item.Value.Message, item.Value.Arguments)) });
        return problem;
    }

    private static ProblemDetails? Refused(PostgresException exception) => exception.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation => Conflict(),
        PostgresErrorCodes.NumericValueOutOfRange => Overflow(),
        PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled => Unavailable(),
        _ when exception.IsTransient || exception.SqlState.StartsWith("57P", StringComparison.Ordinal) => Unavailable(),
        _ => null,
    };

    private static ProblemDetails Conflict() =>
        Problem(StatusCodes.Status409Conflict, "http.conflict", "Somebody else changed this at the same time; try again.");

    private static ProblemDetails Overflow() =>
        Problem(StatusCodes.Status422UnprocessableEntity, "money.overflow", "A total would become too large.");

    private static ProblemDetails Unavailable() => new() { Status = StatusCodes.Status503ServiceUnavailable };

    private static ProblemDetails Unreadable(BadHttpRequestException bad) => bad.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge or StatusCodes.Status415UnsupportedMediaType => new ProblemDetails { Status = bad.StatusCode },
        StatusCodes.Status400BadRequest when BadRequests.FieldsAtFault(bad) is { } faults => Invalid(faults),
        _ => Problem(bad.StatusCode, "http.bad-request", "The request could not be read."),
    };

    private static ProblemDetails Invalid(Dictionary<string, FieldError[]> errors)
    {
        var problem = Problem(StatusCodes.Status400BadRequest, "http.invalid", "Some values are not valid.");
        problem.Extensions["errors"] = errors;
        return problem;
    }

    private static ProblemDetails Problem(int status, string code, string english, IReadOnlyDictionary<string, object?>? arguments = null)
    {
        var problem = new ProblemDetails { Status = status, Detail = Messages.Localize(code, english, arguments) };
        problem.Extensions["code"] = code;
        foreach (var (name, value) in arguments ?? new Dictionary<string, object?>()) problem.Extensions.TryAdd(name, value);
        return problem;
    }

    /// <summary>The exception itself, or what caused it.</summary>
    public static T? Find<T>(Exception? exception) where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found) return found;
            if (exception is AggregateException { InnerExceptions.Count: > 1 } several)
                return several.InnerExceptions.Select(Find<T>).FirstOrDefault(inner => inner is not null);
        }

        return null;
    }
}
