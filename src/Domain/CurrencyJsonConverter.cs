using System.Text.Json.Serialization;

namespace MyBudget.Domain;

/// <summary>Writes a currency as its plain code, also where it is the key of a dictionary.</summary>
public sealed class CurrencyJsonConverter : JsonConverter<Currency>
{
    public override Currency? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? Known(reader.GetString())
            : throw new JsonException("A currency is a string such as \"EUR\".");

    public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Code);

    public override Currency ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Known(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Code);

    private static Currency Known(string? code) =>
        Currency.TryParse(code, out var currency) ? currency : throw new JsonException("Not the code of a known currency.");
}
