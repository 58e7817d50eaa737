using System.Text.RegularExpressions;

namespace MyBudget.Infrastructure.Http.Problems;

/// <summary>Says which field of a request could not be read.</summary>
internal static partial class BadRequests
{
    /// <summary>The field at fault, if the framework tells it, and what is wrong with it.</summary>
    public static (string Field, FieldError Error)? FieldAtFault(BadHttpRequestException exception)
    {
        if (exception.InnerException is JsonException json) return (FieldOf(json), Error(json));

        var parameter = ParameterAtFault().Match(exception.Message);
        if (!parameter.Success) return null;
        var missing = exception.Message.StartsWith("Required", StringComparison.Ordinal);
        return (JsonNamingPolicy.CamelCase.ConvertName(parameter.Groups["name"].Value), missing
            ? new FieldError("required", Messages.Localize("required", "This value is required."))
            : new FieldError("format", Messages.Localize("format", "This value could not be read.")));
    }

    private static string FieldOf(JsonException json)
    {
        var unknown = UnknownMember().Match(json.Message);
        var path = (json.Path ?? "$").TrimStart('$').TrimStart('.');
        if (path.Length == 0 && RepeatedMember().Match(json.Message) is { Success: true } repeated) return repeated.Groups["name"].Value;
        if (!unknown.Success) return QuotedSegment().Replace(path, ".${name}").TrimStart('.');

        var member = unknown.Groups["name"].Value;
        return path.Length == 0 || path == member || path.EndsWith("." + member, StringComparison.Ordinal) ? path is "" ? member : path : $"{path}.{member}";
    }

    private static FieldError Error(JsonException json)
    {
        if (UnknownMember().IsMatch(json.Message))
            return new FieldError("unknown-member", Messages.Localize("unknown-member", "There is no such member."));
        if (RepeatedMember().IsMatch(json.Message))
            return new FieldError("repeated", Messages.Localize("repeated", "This member is given more than once."));
        if (MissingMembers().Match(json.Message) is { Success: true } missing)
            return new FieldError("required", Messages.Localize("required", $"Missing: {missing.Groups["names"].Value}."));
        return new FieldError("json", Messages.Localize("json", "This value cannot be read: it is not of the expected type, or not one of those allowed."));
    }

    [GeneratedRegex("JSON property '(?<name>[^']*)' could not be mapped", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UnknownMember();

    [GeneratedRegex(@"(Duplicate property '|same key has already been added\. Key: )(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RepeatedMember();

    [GeneratedRegex("missing required properties including: (?<names>.*)\\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MissingMembers();

    [GeneratedRegex("parameter \"\\S+ (?<name>\\w+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ParameterAtFault();

    [GeneratedRegex(@"\['(?<name>[^']*)'\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuotedSegment();
}
