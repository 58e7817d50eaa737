using System.Data.Common;

namespace MyBudget.Features.Sync;

/// <summary>An outcome as it is remembered.</summary>
/// <param name="Content">A hash of what was asked, by which another operation with the same id is known.</param>
/// <param name="Creates">Whether the operation was to begin the entity.</param>
/// <param name="VersionBefore">Of the entity; those up to the outcome's version are the operation's own.</param>
internal sealed record KeptOutcome(Outcome Outcome, byte[] Content, bool Creates, int VersionBefore);

/// <summary>The outcomes of a user's operations in a ledger, each kept with what it did.</summary>
internal static class KeptOutcomes
{
    public const string Table = "sync_outcomes";

    /// <summary>The content as JSON, whatever the order of its members.</summary>
    public static byte[] Hash(string type, Guid entityId, int? baseVersion, JsonObject? data) => SHA256.HashData(Encoding.UTF8.GetBytes(Sorted(
        new JsonObject { ["type"] = type, ["entityId"] = entityId, ["baseVersion"] = baseVersion, ["data"] = data?.DeepClone() })!.ToJsonString()));

    public static async Task<IReadOnlyDictionary<Guid, KeptOutcome>> FindAsync(LedgerWrite write, Guid[] ids)
    {
        var kept = await write.Session.Sql(
            $"""
             select outcome, content, creates, version_before from {Table:raw}
             where ledger_id = {write.LedgerId} and user_id = {write.By} and operation_id = any({ids})
             """).ListAsync(Read, write.Cancellation);
        return kept.ToDictionary(one => one.Outcome.Id);
    }

    /// <summary>Those of the entities whose creation was refused to the user.</summary>
    public static async Task<IReadOnlySet<Guid>> RefusedAsync(LedgerWrite write, Guid[] entities) => (await write.Session.Sql(
        $"""
         select entity_id from {Table:raw}
         where ledger_id = {write.LedgerId} and user_id = {write.By} and creates and refused and entity_id = any({entities})
         """).ListAsync(row => row.GetGuid(0), write.Cancellation)).ToHashSet();

    public static Sql Store(LedgerWrite write, IReadOnlyList<KeptOutcome> kept)
    {
        Guid[] ids = [.. kept.Select(one => one.Outcome.Id)];
        Guid[] entities = [.. kept.Select(one => one.Outcome.EntityId)];
        byte[][] contents = [.. kept.Select(one => one.Content)];
        bool[] creates = [.. kept.Select(one => one.Creates)];
        bool[] refused = [.. kept.Select(one => one.Outcome.Status is OutcomeStatus.Rejected)];
        int[] versions = [.. kept.Select(one => one.VersionBefore)];
        string[] outcomes = [.. kept.Select(one => JsonSerializer.Serialize(one.Outcome, StoredJson.Options))];
        return
            $"""
             insert into {Table:raw} (ledger_id, user_id, operation_id, entity_id, content, creates, refused, version_before, outcome, at)
             select {write.LedgerId}, {write.By}, one.*, {write.Now}
             from unnest({ids}, {entities}, {contents}, {creates}, {refused}, {versions}, {outcomes}) one
             """;
    }

    private static KeptOutcome Read(DbDataReader row) => new(
        JsonSerializer.Deserialize<Outcome>(row.GetString(0), StoredJson.Options)!, row.GetFieldValue<byte[]>(1), row.GetBoolean(2), row.GetInt32(3));

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
