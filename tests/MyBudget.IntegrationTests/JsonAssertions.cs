using System.Text.Json;
using System.Text.Json.Nodes;

namespace MyBudget.IntegrationTests;

internal static class JsonAssertions
{
    /// <summary>Equal as JSON, whatever the order of members.</summary>
    public static void ShouldBeJson(this JsonElement actual, JsonElement expected) =>
        JsonNode.DeepEquals(JsonNode.Parse(actual.GetRawText()), JsonNode.Parse(expected.GetRawText()))
            .ShouldBeTrue($"{actual.GetRawText()}\nis not\n{expected.GetRawText()}");

    /// <summary>The same but for members that came to the contract since, and perhaps one whose value is another.</summary>
    public static void ShouldContainJson(this JsonElement actual, JsonElement expected, params string[] but) =>
        Contains(JsonNode.Parse(actual.GetRawText()), JsonNode.Parse(expected.GetRawText()), but)
            .ShouldBeTrue($"{actual.GetRawText()}\ndoes not have all of\n{expected.GetRawText()}");

    private static bool Contains(JsonNode? actual, JsonNode? expected, string[] but) => (actual, expected) switch
    {
        (JsonObject has, JsonObject wanted) => wanted.All(member => has.ContainsKey(member.Key) && (but.Contains(member.Key) || Contains(has[member.Key], member.Value, but))),
        (JsonArray has, JsonArray wanted) => has.Count == wanted.Count && has.Zip(wanted).All(pair => Contains(pair.First, pair.Second, but)),
        _ => JsonNode.DeepEquals(actual, expected),
    };
}
