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
        if (since is null ? !request.Known.IsEmpty : since.IsWhole)
        {
            // Whoever is behind gets what is new, whatever tag they send along; who is not gets it by this one read.
            var head = await feed.HeadAsync(cancellationToken);
            if ((since is null || since == head) && request.Known.Includes(ChangesAnswer.TagOf(head))) return new ChangesAnswer(head, Page: null);
            if (since == head) return new ChangesAnswer(head, ChangePage.Of(new JsonList(), head, next: null).Json);
        }

        var page = await feed.ReadAsync(since, query.Limit ?? ChangeFeed.DefaultLimit, only, cancellationToken);
        return new ChangesAnswer(page.Head, page.Json);
    }
}
