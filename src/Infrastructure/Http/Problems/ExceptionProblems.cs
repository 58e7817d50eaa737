using JasperFx;
using Marten.Exceptions;
using Microsoft.AspNetCore.Mvc;
using MyBudget.Infrastructure.Http.Localization;
using Npgsql;

namespace MyBudget.Infrastructure.Http.Problems;

/// <summary>The one place where an exception becomes an answer. What is not listed is a 500 that says nothing.</summary>
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
        SignInRefusedException refused => Problem(StatusCodes.Status401Unauthorized, refused.Code, refused.Message),
        NotOfferedException missing => Problem(StatusCodes.Status404NotFound, missing.Code, missing.Message),
        SwitchedOffException off => Problem(StatusCodes.Status403Forbidden, off.Code, off.Message),
        InvalidHeaderException header => Invalid(new Dictionary<string, FieldError[]>(StringComparer.OrdinalIgnoreCase)
        {
            [header.Header] = [new FieldError(header.Code, Messages.Localize(header.Code, header.Message))],
        }),
        ClientTooOldException old => Problem(StatusCodes.Status426UpgradeRequired, "http.client-too-old", old.Message, old.Arguments),
        PeerUnavailableException away => Problem(StatusCodes.Status503ServiceUnavailable, away.Code, away.Message),
        TooManyAttemptsException => Problem(StatusCodes.Status429TooManyRequests, "http.too-many-requests", "Too many attempts; try again later."),
        OverflowException => Problem(StatusCodes.Status422UnprocessableEntity, "money.overflow", "A total would become too large."),
        PreconditionFailedException => Problem(StatusCodes.Status412PreconditionFailed, "http.precondition-failed", exception.Message),
        LedgerGoneException => Problem(StatusCodes.Status404NotFound, "http.not-found", "There is nothing here."),
        ConcurrencyException or ExistingStreamIdCollisionException =>
            Problem(StatusCodes.Status409Conflict, "http.conflict", "Somebody else changed this at the same time; try again."),
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
        PostgresErrorCodes.UniqueViolation =>
            Problem(StatusCodes.Status409Conflict, "http.conflict", "Somebody else changed this at the same time; try again."),
        PostgresErrorCodes.NumericValueOutOfRange =>
            Problem(StatusCodes.Status422UnprocessableEntity, "money.overflow", "A total would become too large."),
        PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled => Unavailable(),
        _ when exception.IsTransient || exception.SqlState.StartsWith("57P", StringComparison.Ordinal) => Unavailable(),
        _ => null,
    };

    private static ProblemDetails Unavailable() =>
        Problem(StatusCodes.Status503ServiceUnavailable, "service.unavailable", "The service is briefly unavailable; try again.");

    private static ProblemDetails Unreadable(BadHttpRequestException bad)
    {
        if (bad.StatusCode == StatusCodes.Status413PayloadTooLarge)
            return Problem(bad.StatusCode, "http.too-large", "The request is too large.");
        if (bad.StatusCode == StatusCodes.Status415UnsupportedMediaType)
            return Problem(bad.StatusCode, "http.unsupported-media-type", "This content type is not supported here.");
        if (bad.StatusCode != StatusCodes.Status400BadRequest)
            return Problem(bad.StatusCode, "http.bad-request", "The request could not be read.");

        return BadRequests.FieldAtFault(bad) is { } fault
            ? Invalid(new Dictionary<string, FieldError[]>(StringComparer.Ordinal) { [fault.Field] = [fault.Error] })
            : Problem(bad.StatusCode, "http.bad-request", "The request could not be read.");
    }

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

    private static T? Find<T>(Exception? exception) where T : Exception
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
