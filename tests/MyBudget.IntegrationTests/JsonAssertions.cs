using System.Text.Json;
using System.Text.Json.Nodes;

namespace MyBudget.IntegrationTests;

internal static class JsonAssertions
{
    /// <summary>Equal as JSON, whatever the order of members.</summary>
    public static void ShouldBeJson(this JsonElement actual, JsonElement expected) =>
        JsonNode.DeepEquals(JsonNode.Parse(actual.GetRawText()), JsonNode.Parse(expected.GetRawText()))
            .ShouldBeTrue($"{actual.GetRawText()}\nis not\n{expected.GetRawText()}");
}
