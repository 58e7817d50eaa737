namespace MyBudget.Features.Sync.PushOperations;

internal sealed record PushOperations(PushRequest Details) : ICommand<PushAnswer>;

/// <summary>The outcomes, and the changes as the feed has them.</summary>
internal sealed record PushAnswer(IReadOnlyList<Outcome> Outcomes, JsonText? Changes) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        await response.WriteAsync("{\"outcomes\":", httpContext.RequestAborted);
        await JsonSerializer.SerializeAsync(response.Body, Outcomes, StoredJson.Options, httpContext.RequestAborted);
        if (Changes is not null)
        {
            await response.WriteAsync(",\"changes\":", httpContext.RequestAborted);
            await Changes.WriteToAsync(response.Body, httpContext.RequestAborted);
        }

        await response.WriteAsync("}", httpContext.RequestAborted);
    }
}

internal sealed class PushOperationsHandler(LedgerShare share, LedgerReader ledger, ChangeFeed feed, OperationRunner runner, LedgerScope scope)
    : IRequestHandler<PushOperations, PushAnswer>
{
    public async Task<PushAnswer> Handle(PushOperations command, CancellationToken cancellationToken)
    {
        // Before anything is done: who is to start anew sends the operations again after that.
        var since = SyncCursor.Decode(command.Details.Since);
        if (since is null) await ledger.EnsureAccessAsync(cancellationToken);
        else await feed.EnsureKnownAsync(since, cancellationToken);

        var batch = new OperationBatch(runner, share, cancellationToken);
        var asked = command.Details.Operations!.Select(operation => AskedOperation.Of(
            operation.Id!.Value, operation.Type!, operation.EntityId ?? scope.LedgerId, operation.BaseVersion, operation.Data)).ToList();
        foreach (var group in batch.Groups(asked)) await batch.RunAsync(group);
        var changes = since is null ? null : await feed.ReadAsync(since, ChangeFeed.DefaultLimit, only: null, cancellationToken);
        return new PushAnswer(batch.Outcomes, changes?.Json);
    }
}
