using Microsoft.AspNetCore.Mvc;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace MyBudget.Features.Sync;

/// <summary>Does one operation within a write that others may share, and says what became of it.</summary>
internal sealed class OperationRunner(
    IEnumerable<LedgerOperation> operations, OperationSender sender, EntityEvents events, LedgerScope scope, IOptions<JsonOptions> options)
{
    private readonly Dictionary<string, LedgerOperation> _operations = operations.ToDictionary(operation => operation.Type, StringComparer.Ordinal);
    private readonly JsonSerializerOptions _json = options.Value.SerializerOptions;

    public LedgerOperation? Find(string type) => _operations.GetValueOrDefault(type);

    /// <param name="write">Under way.</param>
    /// <param name="asked">The operation.</param>
    /// <param name="own">What earlier operations of the request did to the entity.</param>
    /// <param name="isMissing">Whether what it needs was never there, as its creation was refused.</param>
    /// <exception cref="Exception">What is the server's fault, or ends the whole request.</exception>
    public async Task<(Outcome Outcome, int VersionBefore)> RunAsync(LedgerWrite write, AskedOperation asked, OwnEdits own, bool isMissing)
    {
        try
        {
            var operation = Find(asked.Type) ?? throw new RuleViolation("sync.unknown-type", "This server knows no such operation.");
            if (scope.Role < operation.Least) return (Rejected(asked, new ProblemDetails { Status = StatusCodes.Status403Forbidden }), 0);
            if (isMissing) throw new RuleViolation("sync.depends-on-rejected", "What this needs was refused itself.");
            asked.EnsureOneId(scope.LedgerId);
            return operation.Effect is OperationEffect.Create
                ? (await sender.SendAsync(write, operation, asked, asked.Data, theirs: []), 0)
                : await ChangeAsync(write, operation, asked, own);
        }
        // What the database refused ended the transaction: its operations are done one by one then.
        catch (Exception refusal) when (ExceptionProblems.Find<PostgresException>(refusal) is null && ProblemOf(refusal) is { } problem)
        {
            return (Rejected(asked, problem), 0);
        }
    }

    /// <summary>What a client can be told of; null where the request as a whole fails.</summary>
    public static ProblemDetails? ProblemOf(Exception failure) =>
        failure is not (LedgerGoneException or OperationCanceledException) && ExceptionProblems.Of(failure) is { Status: < 500 } problem ? problem : null;

    public Outcome Rejected(AskedOperation asked, ProblemDetails problem) => new(
        asked.Id, OutcomeStatus.Rejected, asked.EntityId, Problem: JsonSerializer.SerializeToNode(ProblemsSetup.Complete(problem), _json)!.AsObject());

    private async Task<(Outcome Outcome, int VersionBefore)> ChangeAsync(
        LedgerWrite write, LedgerOperation operation, AskedOperation asked, OwnEdits own)
    {
        var entity = operation.Entity;
        var found = await entity.FindAsync(write, asked.EntityId);
        var version = found?.Version ?? await OperationSender.VersionAsync(write, asked.EntityId);
        if (version == 0) throw new ProblemException(StatusCodes.Status404NotFound, "http.not-found", "There is nothing here.");
        if (found is null || !entity.IsThere(found.State))
        {
            if (operation.Effect is OperationEffect.Delete && !await MergedCategories.IsElsewhereAsync(write, asked))
                return (new Outcome(asked.Id, OutcomeStatus.Applied, asked.EntityId, version, Deleted: true), version);
            if (operation.Effect is not OperationEffect.Restore || found is null)
                return (new Outcome(asked.Id, OutcomeStatus.Conflict, asked.EntityId, version, Deleted: true), version);
            return (await sender.SendAsync(write, operation, asked, asked.Data, theirs: []), version);
        }

        if (asked.BaseVersion is not { } seen || seen == version)
            return (await sender.SendAsync(write, operation, asked, asked.Data, theirs: []), version);
        if (seen > version
            || EditHistory.Of(entity, asked.EntityId, await events.OfAsync(write, asked.EntityId), seen, own, _json) is not { } history)
            return (await sender.ConflictAsync(write, asked, entity, found, fields: []), version);

        var now = EditedFields.Of(entity, found.State, _json);
        await MergedCategories.FollowAsync(write, history.Fields);
        var theirs = EditedFields.Changed(entity, history.Fields, now);
        return (await LayOverAsync(write, operation, asked, new Meeting(found, history, now, theirs)), version);
    }

    private async Task<Outcome> LayOverAsync(LedgerWrite write, LedgerOperation operation, AskedOperation asked, Meeting met)
    {
        switch (operation.Effect)
        {
            case OperationEffect.Delete when met.Theirs.Count > 0:
                return await sender.ConflictAsync(write, asked, operation.Entity, met.Found, met.Theirs);
            case OperationEffect.Close or OperationEffect.Reopen when (operation.Effect is OperationEffect.Close) == IsClosed(met.History.Fields):
                return await sender.SendAsync(write, operation: null, asked, [], met.Theirs, operation.Entity);
            case not OperationEffect.Revise:
                return await sender.SendAsync(write, operation, asked, asked.Data, met.Theirs);
        }

        var merging = Merging.Of(operation.Entity, met.History.Fields, met.Now, asked.Data);
        if (merging.Conflicts.Count > 0) return await sender.ConflictAsync(write, asked, operation.Entity, met.Found, merging.Conflicts);
        try
        {
            return await sender.SendAsync(write, merging.Patch.Count > 0 ? operation : null, asked, merging.Patch, met.Theirs, operation.Entity);
        }
        catch (RuleViolation broken) when (met.Theirs.Count > 0)
        {
            if (!await sender.FitsAsync(write, operation, asked, met.History.Base)) throw;
            // Each edit is right by itself; only together they break a rule.
            var conflict = await sender.ConflictAsync(
                write, asked, operation.Entity, met.Found, [.. met.Theirs.Union(asked.Data.Select(member => member.Key))]);
            return conflict with { Problem = Rejected(asked, ExceptionProblems.Of(broken)!).Problem };
        }
    }

    private static bool IsClosed(JsonObject fields) => fields[EditedFields.Closed]?.GetValue<bool>() is true;

    /// <param name="Found">The entity as it is.</param>
    /// <param name="History">What the client saw.</param>
    /// <param name="Now">The fields as they are.</param>
    /// <param name="Theirs">What others changed.</param>
    private sealed record Meeting(EntityState Found, EditHistory History, JsonObject Now, IReadOnlyList<string> Theirs);
}
