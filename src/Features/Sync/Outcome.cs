using System.Text.Json.Serialization;

namespace MyBudget.Features.Sync;

/// <summary>What became of an operation.</summary>
/// <param name="Id">The operation's.</param>
/// <param name="Status">applied, merged, conflict or rejected.</param>
/// <param name="EntityId">The entity.</param>
/// <param name="Version">Of the entity, afterwards. The operation can be forgotten once a version at or above it was pulled.</param>
/// <param name="Deleted">True where the entity is gone.</param>
/// <param name="Data">What is now: of a merged or a conflicting operation.</param>
/// <param name="Fields">Of a merged operation those that others changed; of a conflicting one those that both did.</param>
/// <param name="Problem">As over HTTP (RFC 9457).</param>
/// <param name="Repeated">True where the operation was done before: this is what was answered then.</param>
internal sealed record Outcome(
    Guid Id, OutcomeStatus Status, Guid EntityId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Version = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Deleted = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonObject? Data = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Fields = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonObject? Problem = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Repeated = null);

internal enum OutcomeStatus
{
    Applied,

    /// <summary>Applied, although others had changed other fields since the base version.</summary>
    Merged,

    /// <summary>Not applied: a person has to decide.</summary>
    Conflict,

    /// <summary>Not applied: it would be refused over HTTP, too.</summary>
    Rejected,
}
