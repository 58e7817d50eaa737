using JasperFx.Events;

namespace MyBudget.Features.Sync;

/// <summary>What a client had before its eyes when it made an edit.</summary>
/// <param name="Fields">The fields at the base version, with what its own earlier edits made of them.</param>
/// <param name="Base">The state at the base version.</param>
internal sealed record EditHistory(JsonObject Fields, object Base)
{
    /// <param name="entity">The kind of entity.</param>
    /// <param name="id">The entity.</param>
    /// <param name="events">All of its.</param>
    /// <param name="version">The base version.</param>
    /// <param name="own">The client's own earlier edits.</param>
    /// <param name="json">How bodies are read.</param>
    /// <returns>Null where the entity was not there at that version.</returns>
    public static EditHistory? Of(
        OperationEntity entity, Guid id, IReadOnlyList<IEvent> events, int version, OwnEdits own, JsonSerializerOptions json)
    {
        object? state = null, then = null;
        JsonObject? seen = null;
        foreach (var e in events)
        {
            var before = state;
            state = entity.Fold(state, id, e.Data);
            if (state is null) return null;
            if (e.Version == version)
            {
                then = state;
                seen = EditedFields.Of(entity, state, json);
            }
            else if (seen is not null && own.Concern((int)e.Version))
            {
                own.LayOver(entity, seen, (int)e.Version, EditedFields.Of(entity, before!, json), EditedFields.Of(entity, state, json));
            }
        }

        return seen is null ? null : new EditHistory(seen, then!);
    }
}
