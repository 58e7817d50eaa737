using FluentValidation.Results;

namespace MyBudget.Features.Ledgers;

/// <summary>How each kind of event is told, whichever feature's it is.</summary>
internal sealed class ActivityTexts(IEnumerable<ActivityText> texts, EventNames names, LedgerEntities entities)
{
    private readonly Dictionary<string, KnownActivity> _byName = texts.ToDictionary(
        text => names.NameOf(text.Event), text => new KnownActivity(text, entities.OfEvent(text.Event)), StringComparer.Ordinal);

    /// <summary>As events are stored.</summary>
    public string[] Names => [.. _byName.Keys];

    /// <summary>Of what tells of a whole commit.</summary>
    public string[] Whole => [.. _byName.Where(known => known.Value.Text.IsWhole).Select(known => known.Key)];

    public KnownActivity Of(string name) => _byName[name];

    /// <param name="kinds">With commas between them; null for all.</param>
    /// <returns>Null for all.</returns>
    /// <exception cref="ValidationException">There is no such kind; answered as 400 naming <c>kinds</c>.</exception>
    public IReadOnlySet<string>? KindsIn(string? kinds)
    {
        if (kinds is null) return null;
        var wanted = kinds.Split(',').ToHashSet(StringComparer.Ordinal);
        return wanted.All(kind => _byName.Values.Any(known => known.Entity.Kind == kind)) ? wanted : throw new ValidationException(
            [new ValidationFailure("kinds", "There is no such kind in a ledger.") { ErrorCode = "unknown-kind" }]);
    }
}

internal sealed record KnownActivity(ActivityText Text, LedgerEntity Entity);
