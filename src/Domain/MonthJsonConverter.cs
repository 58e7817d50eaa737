using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MyBudget.Domain;

/// <summary>Writes a month as <c>"2026-03"</c>, also where it is the key of a dictionary.</summary>
public sealed class MonthJsonConverter : JsonConverter<Month>
{
    public override Month Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? Parsed(reader.GetString())
            : throw new JsonException("A month is a string such as \"2026-03\".");

    public override void Write(Utf8JsonWriter writer, Month value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());

    public override Month ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parsed(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Month value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString());

    private static Month Parsed(string? text) =>
        Month.TryParse(text, CultureInfo.InvariantCulture, out var month)
            ? month
            : throw new JsonException("Not a month of the form yyyy-MM.");
}
