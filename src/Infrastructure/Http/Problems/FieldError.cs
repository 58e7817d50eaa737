namespace MyBudget.Infrastructure.Http.Problems;

/// <param name="Code">Stable, for clients.</param>
/// <param name="Message">For people, in the language of the request.</param>
public sealed record FieldError(string Code, string Message);
