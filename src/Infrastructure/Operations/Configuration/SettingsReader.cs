using System.ComponentModel;
using System.Reflection;

namespace MyBudget.Infrastructure.Operations.Configuration;

/// <summary>Finds what cannot be read into a type: keys it does not know, and values that are not of their key's kind.</summary>
internal static class SettingsReader
{
    public static IEnumerable<string> FaultsOf(IConfigurationSection section, Type type)
    {
        foreach (var child in section.GetChildren())
        {
            var property = type.GetProperty(child.Key, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
            var kind = property is null ? null : Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (kind is null && IsRetired(child, type)) continue;
            else if (kind is null) yield return $"{child.Path} is not a setting.";
            else if (kind == typeof(string) || typeof(IEnumerable<string>).IsAssignableFrom(kind)) continue;
            else if (kind.IsAssignableTo(typeof(IDictionary<string, TimeSpan>)))
                foreach (var entry in child.GetChildren().Where(entry => !Reads(entry, typeof(TimeSpan)))) yield return Unreadable(entry, typeof(TimeSpan));
            else if (!TypeDescriptor.GetConverter(kind).CanConvertFrom(typeof(string)))
                foreach (var fault in FaultsOf(child, kind)) yield return fault;
            else if (!(child.Value is null or "" && kind != property!.PropertyType) && !Reads(child, kind)) yield return Unreadable(child, kind);
        }
    }

    private static bool IsRetired(IConfigurationSection section, Type type) =>
        type.GetCustomAttribute<RetiredSettingsAttribute>()?.Names.Contains(section.Key, StringComparer.OrdinalIgnoreCase) == true;

    private static bool Reads(IConfigurationSection section, Type type)
    {
        try
        {
            return section.Get(type) is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string Unreadable(IConfigurationSection section, Type type) => $"{section.Path} is not {NameOf(type)}.";

    private static string NameOf(Type type) =>
        type == typeof(TimeSpan) ? "a time, written hh:mm:ss or d.hh:mm:ss"
        : type == typeof(bool) ? "true or false"
        : type == typeof(Uri) ? "an address"
        : type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}"
        : "a whole number";
}
