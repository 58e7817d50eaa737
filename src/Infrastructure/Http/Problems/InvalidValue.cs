namespace MyBudget.Infrastructure.Http.Problems;

/// <summary>A 400 about a value that no validator sees, such as one of a header.</summary>
internal static class InvalidValue
{
    /// <param name="name">What is at fault, as the client wrote it.</param>
    /// <param name="code">Stable, for clients.</param>
    /// <param name="english">The message in English.</param>
    public static ProblemException Of(string name, string code, string english) =>
        new(StatusCodes.Status400BadRequest, "http.invalid", "Some values are not valid.")
        {
            Arguments = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["errors"] = new Dictionary<string, FieldError[]>(StringComparer.Ordinal) { [name] = [new FieldError(code, Messages.Localize(code, english))] },
            },
        };
}
