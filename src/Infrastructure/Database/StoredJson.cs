using System.Text.Json.Serialization;

namespace MyBudget.Infrastructure.Database;

/// <summary>How events and documents are written. Stored JSON is sent out as it is, so it is written as the contract wants it.</summary>
internal static class StoredJson
{
    /// <summary>For what is written past Marten; the same as Marten's own.</summary>
    public static readonly JsonSerializerOptions Options = Create();

    public static void Configure(JsonSerializerOptions options) =>
        options.Converters.Insert(0, new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
        Configure(options);
        return options;
    }
}
