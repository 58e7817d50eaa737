using System.Text.RegularExpressions;

namespace MyBudget.Infrastructure.Http.Problems;

/// <summary>Says which fields of a request could not be read.</summary>
internal static partial class BadRequests
{
    /// <summary>The fields at fault, if the framework tells them, and what is wrong with them.</summary>
    public static Dictionary<string, FieldError[]>? FieldsAtFault(BadHttpRequestException exception)
    {
        if (exception.InnerException is UnknownMembersException unknown)
            return unknown.Paths.ToDictionary(path => path, _ => new[] { UnknownMemberError() }, StringComparer.Ordinal);
        return FieldAtFault(exception) is { } fault ? new(StringComparer.Ordinal) { [fault.Field] = [fault.Error] } : null;
    }

    /// <summary>Whether that is what the framework stumbled over.</summary>
    public static bool IsUnknownMember(JsonException fault) => UnknownMember().IsMatch(fault.Message);

    private static (string Field, FieldError Error)? FieldAtFault(BadHttpRequestException exception)
    {
        if (exception.InnerException is JsonException json) return (FieldOf(json), Error(json));

        var parameter = ParameterAtFault().Match(exception.Message);
        if (!parameter.Success) return null;
        var missing = exception.Message.StartsWith("Required", StringComparison.Ordinal);
        return (JsonNamingPolicy.CamelCase.ConvertName(parameter.Groups["name"].Value), missing
            ? new FieldError("required", Messages.Localize("required", "This value is required."))
            : parameter.Groups["type"].Value == nameof(Int64)
                ? new FieldError("format", WholeNumber())
                : new FieldError("format", Messages.Localize("format", "This value could not be read.")));
    }

    private static string FieldOf(JsonException json)
    {
        var unknown = UnknownMember().Match(json.Message);
        var path = (json.Path ?? "$").TrimStart('$').TrimStart('.');
        if (RepeatedMember().Match(json.Message) is { Success: true } repeated) return Of(repeated.Groups["name"].Value, path);
        if (!unknown.Success) return QuotedSegment().Replace(path, ".${name}").TrimStart('.');

        return Of(unknown.Groups["name"].Value, path);
    }

    /// <summary>A path may end with the member, or before it.</summary>
    private static string Of(string member, string path) => path.Length == 0 ? member
        : path == member || path.EndsWith("." + member, StringComparison.Ordinal) ? path : $"{path}.{member}";

    private static FieldError Error(JsonException json)
    {
        if (UnknownMember().IsMatch(json.Message))
            return UnknownMemberError();
        if (RepeatedMember().IsMatch(json.Message))
            return new FieldError("repeated", Messages.Localize("repeated", "This member is given more than once."));
        if (MissingMembers().Match(json.Message) is { Success: true } missing)
            return new FieldError("required", Messages.Localize("required", $"Missing: {missing.Groups["names"].Value}."));
        if (NotWhole().IsMatch(json.Message)) return new FieldError("json", WholeNumber());
        return new FieldError("json", Messages.Localize("json", "This value cannot be read: it is not of the expected type, or not one of those allowed."));
    }

    private static FieldError UnknownMemberError() => new("unknown-member", Messages.Localize("unknown-member", "There is no such member."));

    /// <summary>What else is counted in so many digits would say so itself.</summary>
    private static string WholeNumber() =>
        Messages.Localize("whole-number", "An amount is a whole number of minor units, such as 1250 for 12.50 EUR.");

    [GeneratedRegex(@"could not be converted to System\.(Nullable`1\[System\.Int64\]|Int64)\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotWhole();

    [GeneratedRegex("JSON property '(?<name>[^']*)' could not be mapped", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UnknownMember();

    [GeneratedRegex(@"(Duplicate property '|same key has already been added\. Key: )(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RepeatedMember();

    [GeneratedRegex("missing required properties including: (?<names>.*)\\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MissingMembers();

    [GeneratedRegex("parameter \"(?<type>\\S+) (?<name>\\w+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ParameterAtFault();

    [GeneratedRegex(@"\['(?<name>[^']*)'\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuotedSegment();
}
