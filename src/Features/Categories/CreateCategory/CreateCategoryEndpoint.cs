namespace MyBudget.Features.Categories.CreateCategory;

internal static class CreateCategoryEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/", async (CreateCategoryRequest body, LedgerScope scope, IMediator mediator, CancellationToken ct) =>
        {
            var category = await mediator.Send(new CreateCategory(body.Id, body), ct);
            return new Tagged<Category>(
                category, EntityTag.Of(category.Version), $"/api/v1/ledgers/{scope.LedgerId}/categories/{category.Id}");
        })
        .RequireAuthorization(Policies.LedgerEditor)
        .WithSummary("Create a category")
        .Produces<Category>(StatusCodes.Status201Created)
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}

[RequiredMembers("name", "group", "kind")]
internal sealed record CreateCategoryRequest : CategoryFields
{
    /// <summary>A UUID chosen by the client, so that a repeat after a lost response creates nothing twice.</summary>
    public Guid? Id { get; init; }
}
