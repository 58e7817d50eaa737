using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Domain;
using MyBudget.Features.Ledgers.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.UseCases;
using MyBudget.Tests.Architecture;

namespace MyBudget.Tests.Features.Ledgers;

/// <summary>Whatever a feature stores, members can read what happened.</summary>
public sealed class ActivityTextTests
{
    private static readonly IServiceCollection Registered = Register();

    private static readonly List<ActivityText> Texts = [.. Instances<ActivityText>()];

    private static readonly Guid Ada = Guid.CreateVersion7();

    [Fact]
    public void every_event_of_every_feature_is_told_in_every_language() => Events().ShouldAllObey(type =>
    {
        if (Texts.Count(text => text.Event == type) != 1) return $"{type.Name} has no text, or two";
        var text = Texts.Single(known => known.Event == type);
        var entity = Instances<LedgerEntity>().Single(known => known.Events.Contains(type));
        var state = text.NeedsEntity ? Sample.Of(entity.StateType) : null;
        var (english, russian) = (text.Tell(Sample.Of(type), state, Words("en")).Text, text.Tell(Sample.Of(type), state, Words("ru")).Text);
        return IsGood(english, russian) ? null : $"{type.Name}: {english} / {russian}";
    });

    [Fact]
    public void many_are_told_by_their_number() => Texts.Where(text => text.Many is not null).ToList().ShouldAllObey(text => new[] { 1, 2, 5, 11, 1_200 }
        .Select(count => (Count: count, English: text.Many!(count, Words("en")), Russian: text.Many!(count, Words("ru"))))
        .Where(told => !IsGood(told.English, told.Russian) || !told.English.Contains(told.Count == 1_200 ? "1,200" : $"{told.Count}", StringComparison.Ordinal))
        .Select(told => $"{text.Event.Name}: {told.English} / {told.Russian}").FirstOrDefault());

    [Fact]
    public void every_action_of_a_kind_has_a_name_of_its_own() => Instances<LedgerEntity>().ShouldAllObey(entity =>
        entity.Events.GroupBy(type => Texts.Single(text => text.Event == type).Action, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? $"{entity.Kind}: {twice.Key}" : null);

    [Fact]
    public void what_is_told_follows_what_happened()
    {
        Tell(new MemberLeft(Ada, LedgerRole.Viewer, Ada, default)).ShouldBe("Left the ledger");
        Tell(new MemberLeft(Ada, LedgerRole.Viewer, Guid.CreateVersion7(), default)).ShouldBe("Removed Ada from the ledger");
        Tell(new MemberLeft(Guid.CreateVersion7(), LedgerRole.Viewer, Ada, default)).ShouldBe("Removed Somebody from the ledger");
        Tell(new MemberJoined(Ada, LedgerRole.Editor, Ada, default)).ShouldBe("Became a member as editor, let in by Ada");
        Tell(new LargeTransactionLimitSet(null, Currency.Of("EUR"), Ada, default)).ShouldBe("Large entries are not announced any more");
        Tell(new LargeTransactionLimitSet(100_000, Currency.Of("JPY"), Ada, default)).ShouldBe("Entries of 100,000\u00a0JPY or more are announced as large");

        static string Tell(object e) => Texts.Single(text => text.Event == e.GetType()).Tell(e, null, Words("en")).Text;
    }

    private static bool IsGood(string english, string russian) =>
        english.Length > 0 && english != russian && !english.Contains('{') && !russian.Contains('{') && russian.Any(letter => letter is >= 'а' and <= 'я');

    private static ActivityWords Words(string language) =>
        new(language, new Dictionary<Guid, (string, Currency?)> { [Ada] = ("Ada", null) }, "Somebody");

    private static List<Type> Events() =>
        [.. Storage.Options.Events.AllKnownEventTypes().Select(known => known.EventType).Where(type => type.Assembly == Product.Assembly).Distinct()];

    private static List<T> Instances<T>() => [.. Registered.Select(service => service.ImplementationInstance).OfType<T>()];

    private static ServiceCollection Register()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        foreach (var feature in Product.Types.Where(type => type.IsClass && type.IsAssignableTo(typeof(IFeature))))
            feature.GetMethod(nameof(IFeature.AddServices))!.Invoke(null, [services]);
        return services;
    }
}
