namespace MyBudget.Infrastructure.UseCases;

/// <summary>How a kind of event is told to the members of its ledger. Each feature has one for each of its events.</summary>
/// <param name="Event">The type of the event.</param>
/// <param name="Action">What clients know it by, such as <c>recorded</c>.</param>
/// <param name="Tell">Of the event, and of the entity where that is needed: as it is now, or as it last was; null where nothing is left of it.</param>
internal sealed record ActivityText(Type Event, string Action, Func<object?, object?, ActivityWords, Told> Tell)
{
    /// <summary>For many of one commit, by their number; without it each is told by itself.</summary>
    public Func<long, ActivityWords, string>? Many { get; init; }

    /// <summary>It tells of its whole commit, whatever else is in that.</summary>
    public bool IsWhole { get; init; }

    /// <summary>It needs the entity.</summary>
    public bool NeedsEntity { get; init; }

    /// <summary>The event may be very large, and is not read: what is told is known by the entity.</summary>
    public bool IsLarge { get; init; }
}

/// <param name="Text">One sentence without its subject, which is the user.</param>
/// <param name="Count">How many it was about, where it was about many.</param>
/// <param name="Details">Facts for clients: ids to follow, amounts in minor units with their currency.</param>
internal sealed record Told(string Text, long? Count = null, IReadOnlyDictionary<string, object?>? Details = null)
{
    public static implicit operator Told(string text) => new(text);
}

internal static class ActivitySetup
{
    public static IServiceCollection AddActivity<TEvent>(
        this IServiceCollection services, string action, Func<TEvent, ActivityWords, Told> tell, Func<long, ActivityWords, string>? many = null, bool isWhole = false)
        where TEvent : class =>
        services.AddSingleton(new ActivityText(typeof(TEvent), action, (e, _, words) => tell((TEvent)e!, words)) { Many = many, IsWhole = isWhole });

    /// <summary>The same of what is told with the entity beside the event.</summary>
    public static IServiceCollection AddActivity<TEvent, TState>(
        this IServiceCollection services, string action, Func<TEvent, TState?, ActivityWords, Told> tell, bool isWhole = false)
        where TEvent : class where TState : class, ILedgerState<TState> =>
        services.AddSingleton(new ActivityText(typeof(TEvent), action, (e, entity, words) => tell((TEvent)e!, (TState?)entity, words))
        {
            IsWhole = isWhole,
            NeedsEntity = true,
        });

    /// <summary>The same of what is told by the entity alone, which is never gone; it is the whole of its commit.</summary>
    public static IServiceCollection AddLargeActivity<TEvent, TState>(
        this IServiceCollection services, string action, Func<TState, ActivityWords, Told> tell)
        where TEvent : class where TState : class, ILedgerState<TState> =>
        services.AddSingleton(new ActivityText(typeof(TEvent), action, (_, entity, words) => tell((TState)entity!, words))
        {
            IsWhole = true,
            NeedsEntity = true,
            IsLarge = true,
        });
}
