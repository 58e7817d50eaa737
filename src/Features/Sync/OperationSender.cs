using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace MyBudget.Features.Sync;

/// <summary>Sends an operation's command to the handler that HTTP uses, and tells what the entity is then.</summary>
internal sealed class OperationSender(IMediator mediator, IDocumentSession session, SyncedKinds kinds, IOptions<JsonOptions> options)
{
    private readonly JsonSerializerOptions _json = options.Value.SerializerOptions;

    /// <param name="write">Under way.</param>
    /// <param name="operation">Null where nothing is left to do.</param>
    /// <param name="asked">By the client.</param>
    /// <param name="data">Of it what is to be done.</param>
    /// <param name="theirs">What others changed.</param>
    /// <param name="entity">That of the operation, if that is null.</param>
    public async Task<Outcome> SendAsync(
        LedgerWrite write, LedgerOperation? operation, AskedOperation asked, JsonObject data, IReadOnlyList<string> theirs, OperationEntity? entity = null)
    {
        entity ??= operation!.Entity;
        var before = theirs.Count > 0 ? await CopyAsync(write, entity, asked.EntityId) : null;
        var was = theirs.Count > 0 ? (await entity.FindAsync(write, asked.EntityId))!.State : null;
        try
        {
            if (operation is not null)
            {
                await write.Appended.AttemptAsync(async () =>
                {
                    await operation.Send(mediator, Body(asked, data), write.Cancellation);
                    return true;
                });
            }
        }
        catch
        {
            session.EjectAllPendingChanges();
            throw;
        }

        var now = await entity.FindAsync(write, asked.EntityId);
        var isGone = now is null || !entity.IsThere(now.State);
        var version = now?.Version ?? write.Appended.Of(asked.EntityId)?.Version ?? await VersionAsync(write, asked.EntityId);
        return new Outcome(
            asked.Id, theirs.Count > 0 ? OutcomeStatus.Merged : OutcomeStatus.Applied, asked.EntityId, version, isGone ? true : null,
            before is null || isGone ? null : Copied(before, Json(was!), Json(now!.State)), theirs.Count > 0 ? theirs : null);
    }

    public async Task<Outcome> ConflictAsync(
        LedgerWrite write, AskedOperation asked, OperationEntity entity, EntityState now, IReadOnlyList<string> fields) =>
        new(asked.Id, OutcomeStatus.Conflict, asked.EntityId, now.Version, Data: await CopyAsync(write, entity, asked.EntityId), Fields: fields);

    /// <summary>The entity as clients hold it, before this write.</summary>
    private async Task<JsonObject?> CopyAsync(LedgerWrite write, OperationEntity entity, Guid id)
    {
        var living = kinds.All.Single(kind => kind.Kind == entity.Kind).Living(write.LedgerId);
        var json = await write.Session.Sql($"select data::text from ({living}) living where id = {id}").ScalarAsync<string>(write.Cancellation);
        return json is null ? null : JsonNode.Parse(json)!.AsObject();
    }

    /// <summary>The same after it. What clients hold beside the state stays; what they do not hold of it stays away.</summary>
    private static JsonObject Copied(JsonObject before, JsonObject was, JsonObject now) => new(
        before.Where(member => now.ContainsKey(member.Key) || !was.ContainsKey(member.Key))
            .Select(member => KeyValuePair.Create(member.Key, (now.ContainsKey(member.Key) ? now : before)[member.Key]?.DeepClone()))
            .Concat(now.Where(member => !before.ContainsKey(member.Key) && !was.ContainsKey(member.Key))
                .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))));

    private static JsonObject Json(object state) => JsonSerializer.SerializeToNode(state, state.GetType(), StoredJson.Options)!.AsObject();

    /// <summary>Whether the edit would have been done on what its client saw.</summary>
    public async Task<bool> FitsAsync(LedgerWrite write, LedgerOperation operation, AskedOperation asked, object seen)
    {
        try
        {
            await write.Appended.AttemptAsync<bool>(async () =>
            {
                write.Suppose(asked.EntityId, asked.BaseVersion!.Value, seen);
                await operation.Send(mediator, Body(asked, asked.Data), write.Cancellation);
                throw new OnlyTriedException();
            });
            return false;
        }
        catch (OnlyTriedException)
        {
            return true;
        }
        catch (Exception refusal) when (OperationRunner.ProblemOf(refusal) is not null)
        {
            return false;
        }
    }

    public static Task<int> VersionAsync(LedgerWrite write, Guid id) => write.Session.Sql(
        $"select version::int from {EventTables.Streams:raw} where tenant_id = {LedgerScope.TenantOf(write.LedgerId)} and id = {id}")
        .ScalarAsync<int>(write.Cancellation);

    private OperationBody Body(AskedOperation asked, JsonObject data) => new(asked.EntityId, data, _json);

    private sealed class OnlyTriedException : Exception;
}
