namespace MyBudget.Features.Sync.GetChanges;

/// <param name="Known">The tags of what the client has.</param>
internal sealed record GetChanges(ChangesQuery Filter, IfNoneMatch Known) : IQuery<ChangesAnswer>;

/// <param name="Page">Null where the client has everything.</param>
internal sealed record ChangesAnswer(SyncCursor Head, JsonText? Page) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = TagOf(Head);
        return Page is null
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified).ExecuteAsync(httpContext)
            : Page.ExecuteAsync(httpContext);
    }

    public static string TagOf(SyncCursor head) => $"\"{head}\"";
}

internal sealed class GetChangesHandler(ChangeFeed feed, SyncedKinds kinds) : IRequestHandler<GetChanges, ChangesAnswer>
{
    public async Task<ChangesAnswer> Handle(GetChanges request, CancellationToken cancellationToken)
    {
        var query = request.Filter;
        var since = SyncCursor.Decode(query.Since);
        var only = kinds.Named(query.Kinds);
        // Whoever is behind gets what is new, whatever tag they send along.
        if (!request.Known.IsEmpty && since is not { After: not null } && since is not { Start: not null })
        {
            var head = await feed.HeadAsync(cancellationToken);
            if ((since is null || since == head) && request.Known.Includes(ChangesAnswer.TagOf(head))) return new ChangesAnswer(head, Page: null);
        }

        var page = await feed.ReadAsync(since, query.Limit ?? ChangeFeed.DefaultLimit, only, cancellationToken);
        return new ChangesAnswer(page.Head, page.Json);
    }
}
