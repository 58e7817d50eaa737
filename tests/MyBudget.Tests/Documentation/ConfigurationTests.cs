using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mono.Cecil.Cil;
using MyBudget.Tests.Architecture;

namespace MyBudget.Tests.Documentation;

/// <summary>The page of settings has every setting that is read, with its default, and no other.</summary>
public sealed partial class ConfigurationTests
{
    /// <summary>Of .NET, ASP.NET Core and the OpenTelemetry SDK: what the page says of them is theirs.</summary>
    private static readonly string[] OfOthers = ["ASPNETCORE_", "Logging__", "OTEL_"];

    private static readonly Dictionary<string, string> Rows = Row().Matches(File.ReadAllText(Path.Combine(Product.Folder, "docs/operations/configuration.md")))
        .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["default"].Value.Trim('`'), StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Settings = OfSections().Concat(OfParameters()).ToDictionary(StringComparer.Ordinal);

    /// <summary>Variables outside of sections, by the names that are in the code.</summary>
    private static readonly HashSet<string> Variables =
    [
        .. Product.Module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody).SelectMany(method => method.Body.Instructions)
            .Where(instruction => instruction.OpCode == OpCodes.Ldstr).Select(instruction => (string)instruction.Operand).Where(text => Variable().IsMatch(text)),
    ];

    [Fact]
    public void every_setting_has_a_row_with_its_default() => Settings.ShouldAllObey(setting =>
        Rows.TryGetValue(setting.Key, out var written) && written == setting.Value ? null : $"| `{setting.Key}` | {setting.Value} |, and there {written ?? "is no row"}");

    [Fact]
    public void every_variable_outside_of_sections_has_a_row() => Variables.ShouldAllObey(variable => Rows.ContainsKey(variable) ? null : variable);

    [Fact]
    public void every_row_is_a_setting_that_is_read() => Rows.Keys.ShouldAllObey(name =>
        Settings.ContainsKey(name) || Variables.Contains(name) || OfOthers.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) ? null : name);

    /// <summary>A settings class names its section in a constant.</summary>
    private static IEnumerable<KeyValuePair<string, string>> OfSections() => Product.Types
        .Select(type => (Type: type, Section: type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string))
        .Where(settings => settings.Section is not null)
        .SelectMany(settings => Of(Activator.CreateInstance(settings.Type)!, settings.Section!));

    /// <summary>What can be changed at run time is a list of parameters, each with its key in the configuration and its default.</summary>
    private static IEnumerable<KeyValuePair<string, string>> OfParameters() => Product.Types
        .Where(type => !type.ContainsGenericParameters)
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Where(field => field.FieldType.GetProperty("Setting")?.PropertyType == typeof(string))
        .Select(field => field.GetValue(null)!)
        .Select(parameter => KeyValuePair.Create(
            ((string)Value(parameter, "Setting")!).Replace(":", "__", StringComparison.Ordinal), Text(Value(parameter, "Default"))));

    private static IEnumerable<KeyValuePair<string, string>> Of(object settings, string prefix)
    {
        // What is computed from others cannot be set; collections are filled, not set.
        foreach (var property in settings.GetType().GetProperties().Where(property => property.CanWrite || property.PropertyType.IsInterface))
        {
            var (name, value) = ($"{prefix}__{property.Name}", property.GetValue(settings));
            if (value is IDictionary) yield return KeyValuePair.Create($"{name}__RULE", "none");
            else if (value is IList) yield return KeyValuePair.Create($"{name}__0", "none");
            else if (value?.GetType() is { IsEnum: false } type && type.Assembly == Product.Assembly)
            {
                foreach (var inner in Of(value, name)) yield return inner;
            }
            else yield return KeyValuePair.Create(name, Text(value));
        }
    }

    private static object? Value(object of, string property) => of.GetType().GetProperty(property)!.GetValue(of);

    private static string Text(object? value) => value switch
    {
        null or "" => "none",
        bool flag => flag ? "true" : "false",
        TimeSpan time when time.Milliseconds > 0 => time.ToString("c", CultureInfo.InvariantCulture).TrimEnd('0'),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        Uri address => address.OriginalString,
        IEnumerable<int> numbers => JsonSerializer.Serialize(numbers),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    [GeneratedRegex("^\\| `(?<name>[^`]+)` \\| (?<default>[^|]*) \\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("^(MYBUDGET|FIREBASE|OTEL)(_[A-Z]+)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();
}
