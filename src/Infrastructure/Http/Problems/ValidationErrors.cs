using FluentValidation.Results;

namespace MyBudget.Infrastructure.Http.Problems;

/// <summary>Turns validation failures into the <c>errors</c> of a problem: camel-cased paths as in the body, stable codes.</summary>
internal static class ValidationErrors
{
    /// <summary>Commands carry the body, and queries the query string, in properties of these names; clients know only what is inside.</summary>
    private static readonly string[] Wrappers = ["details", "filter"];

    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["NotEmptyValidator"] = "required",
        ["NotNullValidator"] = "required",
        ["MaximumLengthValidator"] = "too-long",
        ["MinimumLengthValidator"] = "too-short",
        ["LengthValidator"] = "length",
        ["EmailValidator"] = "email",
        ["InclusiveBetweenValidator"] = "range",
        ["ExclusiveBetweenValidator"] = "range",
        ["GreaterThanValidator"] = "range",
        ["GreaterThanOrEqualValidator"] = "range",
        ["LessThanValidator"] = "range",
        ["LessThanOrEqualValidator"] = "range",
        ["NotEqualValidator"] = "not-allowed",
        ["EnumValidator"] = "unknown-value",
        ["RegularExpressionValidator"] = "format",
        ["NullValidator"] = "not-allowed",
        ["EmptyValidator"] = "not-allowed",
        ["PredicateValidator"] = "invalid",
    };

    public static Dictionary<string, FieldError[]> Of(ValidationException exception) =>
        exception.Errors.GroupBy(failure => Path(failure.PropertyName), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(Error).Distinct().ToArray(), StringComparer.Ordinal);

    private static FieldError Error(ValidationFailure failure)
    {
        var code = Codes.GetValueOrDefault(failure.ErrorCode, failure.ErrorCode);
        return new FieldError(code, Messages.Localize(code, failure.ErrorMessage, failure.FormattedMessagePlaceholderValues!));
    }

    private static string Path(string property)
    {
        var segments = property.Split('.').Select(segment => segment.Length == 0 ? segment : char.ToLowerInvariant(segment[0]) + segment[1..]);
        var path = string.Join('.', segments);
        foreach (var wrapper in Wrappers)
        {
            if (path == wrapper) return string.Empty;
            if (path.StartsWith(wrapper + ".", StringComparison.Ordinal)) return path[(wrapper.Length + 1)..];
        }

        return path;
    }
}
