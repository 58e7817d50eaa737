using System.Text.Json;

namespace MyBudget.Tests.Firebase;

/// <summary>Everything is kept in PostgreSQL, so what Firebase could keep is closed to everybody.</summary>
public sealed class RulesTests
{
    [Theory]
    [InlineData("firestore.rules", "service cloud.firestore { match /databases/{database}/documents { match /{document=**} { allow read, write: if false; } } }")]
    [InlineData("storage.rules", "service firebase.storage { match /b/{bucket}/o { match /{path=**} { allow read, write: if false; } } }")]
    public void rules_deny_everything(string file, string denial) =>
        Meaning(FirebaseFolder.Read(file)).ShouldBe($"rules_version = '2'; {denial}");

    [Fact]
    public void realtime_database_denies_everything()
    {
        using var document = JsonDocument.Parse(FirebaseFolder.Read("database.rules.json"), FirebaseFolder.Commented);

        document.RootElement.EnumerateObject().Select(member => member.Name).ShouldBe(["rules"]);
        var rules = document.RootElement.GetProperty("rules").EnumerateObject().ToDictionary(rule => rule.Name, rule => rule.Value.ValueKind);
        rules.ShouldBe(new Dictionary<string, JsonValueKind> { [".read"] = JsonValueKind.False, [".write"] = JsonValueKind.False }, ignoreOrder: true);
    }

    [Theory]
    [InlineData("firestore", "firestore.rules")]
    [InlineData("storage", "storage.rules")]
    [InlineData("database", "database.rules.json")]
    public void rules_are_what_is_deployed(string product, string file)
    {
        using var document = JsonDocument.Parse(FirebaseFolder.Read("firebase.json"));

        document.RootElement.GetProperty(product).GetProperty("rules").GetString().ShouldBe(file);
    }

    /// <summary>Without lines of comment and layout.</summary>
    private static string Meaning(string rules) => string.Join(' ', rules.Split('\n')
        .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
        .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
