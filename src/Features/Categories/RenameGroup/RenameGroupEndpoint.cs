namespace MyBudget.Features.Categories.RenameGroup;

internal static class RenameGroupEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/group-renaming", async (RenameGroupRequest body, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(new Page<Category>(await mediator.Send(new RenameGroup(body.Group, body.Name, body.Kind), ct), NextCursor: null)))
        .RequireAuthorization(Policies.LedgerEditor)
        .WithSummary("Give a group another name, in all of its categories at once; a group that has that name already takes them in")
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}

/// <param name="Group">The name it has.</param>
/// <param name="Name">The name it gets, 1 to 100 characters.</param>
/// <param name="Kind">expense or income; both if absent.</param>
[RequiredMembers("group", "name")]
internal sealed record RenameGroupRequest(string? Group, string? Name, CategoryKind? Kind);
