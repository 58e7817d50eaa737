namespace MyBudget.Features.Categories.MergeCategory;

internal static class MergeCategoryEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/{id:guid}/merger", (Guid id, MergeCategoryRequest body, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new MergeCategory(id, body.Into, ifMatch), ct)
                .OrNotFound(into => new Tagged<Category>(into, EntityTag.Of(into.Version))))
        .RequireAuthorization(Policies.LedgerEditor)
        .WithSummary("Move everything under a category to another of the same kind, which is answered; the first is gone then")
        .Produces<Category>()
        .Refuses(StatusCodes.Status422UnprocessableEntity)
        .FewAtOnce(TakesMemory.ManyEntries)
        .WithRequestTimeout(HttpSetup.LongTimeout);
}

/// <param name="Into">The category that takes over.</param>
[RequiredMembers("into")]
internal sealed record MergeCategoryRequest(Guid? Into);
