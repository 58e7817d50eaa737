using System.Globalization;
using MyBudget.Domain;

namespace MyBudget.Tests.Architecture;

/// <summary>Builds a value of any contract type with everything in it, the same every time.</summary>
internal static class Sample
{
    public static object Of(Type type) => Of(type, type.Name);

    private static object Of(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => name.ToLowerInvariant(),
            _ when type == typeof(Guid) => new Guid(name.Sum(character => character), 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1),
            _ when type == typeof(bool) => true,
            _ when type == typeof(DateOnly) => new DateOnly(2026, 3, 14),
            _ when type == typeof(TimeOnly) => new TimeOnly(15, 9, 26),
            _ when type == typeof(TimeSpan) => TimeSpan.FromMinutes(90),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, 14, 15, 9, 26, TimeSpan.Zero),
            _ when type == typeof(Currency) => Currency.Of("EUR"),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!,
            _ when type.IsPrimitive => Convert.ChangeType(12, type, CultureInfo.InvariantCulture),
            _ when type.IsGenericType && type.GenericTypeArguments is [var key, var value] && type.Name.Contains("Dictionary", StringComparison.Ordinal) =>
                Dictionary(key, value, name),
            _ when ElementOf(type) is { } element => List(element, name),
            _ => Record(type),
        };
    }

    private static object Record(Type type)
    {
        var constructor = type.GetConstructors().Where(candidate => candidate.GetParameters() is not [var only] || only.ParameterType != type)
            .MaxBy(candidate => candidate.GetParameters().Length)!;
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType, parameter.Name!))]);
        // What is told by its members instead of by its constructor.
        if (constructor.GetParameters().Length == 0)
            foreach (var member in type.GetProperties().Where(member => member.CanWrite)) member.SetValue(made, Of(member.PropertyType, member.Name));
        return made;
    }

    private static Type? ElementOf(Type type) =>
        type.IsArray ? type.GetElementType() : type.IsGenericType && type.GenericTypeArguments is [var only] ? only : null;

    private static Array List(Type element, string name)
    {
        var list = Array.CreateInstance(element, 1);
        list.SetValue(Of(element, name), 0);
        return list;
    }

    private static object Dictionary(Type key, Type value, string name)
    {
        var dictionary = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value))!;
        dictionary.Add(Of(key, name), Of(value, name));
        return dictionary;
    }
}
