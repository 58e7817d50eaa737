namespace MyBudget.Infrastructure.EventStore;

/// <summary>
/// Events of one type that are made whenever they are asked for: all those of a large import at once would need many times the memory of
/// what they are made of.
/// </summary>
/// <param name="type">Of each.</param>
/// <param name="make">Makes the one at a place, always the same.</param>
internal sealed class LateEvents(Type type, Func<int, object> make)
{
    public Type Type => type;

    public object this[int place] => make(place);
}
