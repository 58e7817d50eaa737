using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MyBudget.Tests.Architecture;

/// <summary>Events are kept for ever: their names are spelled out, and what was once stored can always be read.</summary>
public sealed partial class EventTests
{
    private static readonly string Folder = Path.Combine(Product.Folder, "tests", "MyBudget.Tests", "EventSchema");

    private static readonly List<(Type Type, string Name)> Events =
        [.. Storage.Options.Events.AllKnownEventTypes().Where(known => known.EventType.Assembly == Product.Assembly)
            .Select(known => (known.EventType, known.EventTypeName)).DistinctBy(known => known.EventType).OrderBy(known => known.EventTypeName, StringComparer.Ordinal)];

    [Fact]
    public void an_event_is_a_public_sealed_record_in_contracts() => Events.ShouldAllObey(known =>
        known.Type is { IsPublic: true, IsSealed: true } && known.Type.GetMethod("<Clone>$") is not null
        && Product.SliceOf(known.Type.Namespace!) == "Contracts"
            ? null
            : known.Type.FullName);

    [Fact]
    public void an_event_has_its_name_spelled_out()
    {
        var spelled = Product.Files.SelectMany(file => NamedEvent().Matches(file.Text))
            .ToDictionary(match => match.Groups["type"].Value, match => match.Groups["name"].Value, StringComparer.Ordinal);
        Events.ShouldAllObey(known => spelled.GetValueOrDefault(known.Type.Name) == known.Name && SnakeCase().IsMatch(known.Name) ? null : known.Type.FullName);
    }

    [Fact]
    public void an_event_is_written_as_it_was_approved() => Events.ShouldAllObey(known =>
    {
        var written = Indented(Storage.Options.Serializer().ToJson(Sample.Of(known.Type)));
        return Snapshot.Matches(Path.Combine(Folder, $"{known.Name}.json"), written, keepOld: true)
            ? null
            : $"{known.Name} is written differently than tests/MyBudget.Tests/EventSchema/{known.Name}.json says: {written}. {Snapshot.Advice}";
    });

    [Fact]
    public void whatever_was_stored_is_still_read() => Directory.GetFiles(Folder, "*.json").ToList().ShouldAllObey(file =>
    {
        var name = Path.GetFileName(file).Split('.')[0];
        if (Events.FirstOrDefault(known => known.Name == name).Type is not { } type) return $"{Path.GetFileName(file)} is of no event";

        using var stream = File.OpenRead(file);
        return Storage.Options.Serializer().FromJson(type, stream) is { } read && IsWhole(read) ? null : Path.GetFileName(file);
    });

    [Fact]
    public void a_stored_event_comes_back_as_it_was() => Events.ShouldAllObey(known =>
    {
        var serializer = Storage.Options.Serializer();
        var written = serializer.ToJson(Sample.Of(known.Type));
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(written));
        return serializer.ToJson(serializer.FromJson(known.Type, stream)) == written ? null : known.Name;
    });

    /// <summary>What an event must have is there, so that no projection meets a null it does not expect.</summary>
    private static bool IsWhole(object read)
    {
        var nullability = new NullabilityInfoContext();
        return read.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .All(property => property.GetValue(read) is not null || nullability.Create(property).ReadState is not NullabilityState.NotNull);
    }

    private static string Indented(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement, Snapshot.Json) + "\n";
    }

    [GeneratedRegex(@"(Event|Removal)<(?<type>\w+)>\(""(?<name>[^""]+)""\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedEvent();

    [GeneratedRegex("^[a-z]+(_[a-z]+)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SnakeCase();
}
