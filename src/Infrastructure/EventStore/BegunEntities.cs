using System.Collections;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>
/// Entities that a write begins, which may be very many, each with one event, under ids that were made for them. What is stored of them is
/// made when it is stored.
/// </summary>
/// <param name="entity">Of which kind they are.</param>
/// <param name="ids">Rising.</param>
/// <param name="events">What each begins with.</param>
internal sealed class BegunEntities(LedgerEntity entity, IReadOnlyList<Guid> ids, LateEvents events) : IReadOnlyList<LedgerEvent>
{
    public LedgerEntity Entity => entity;

    public IReadOnlyList<Guid> Ids => ids;

    public int Count => ids.Count;

    public LedgerEvent this[int place] => new(ids[place], events, place);

    /// <summary>What the write does to one of them at first; null where it is none of them.</summary>
    public LedgerChange? Find(Guid id)
    {
        var (from, to) = (0, Count - 1);
        while (from <= to)
        {
            var middle = (from + to) / 2;
            var order = ids[middle].CompareTo(id);
            if (order == 0) return ChangeAt(middle);
            if (order < 0) from = middle + 1;
            else to = middle - 1;
        }

        return null;
    }

    public LedgerChange ChangeAt(int place)
    {
        var change = new LedgerChange(ids[place], entity, version: 0, state: null) { HasNewId = true };
        change.Append(this[place]);
        return change;
    }

    public IEnumerator<LedgerEvent> GetEnumerator() => Enumerable.Range(0, Count).Select(place => this[place]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
