using MediatR;
using MyBudget.Features.Categories.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.OpenApi;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Categories.CreateCategory;

internal static class CreateCategoryEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/", async (CreateCategoryRequest body, LedgerScope scope, IMediator mediator, CancellationToken ct) =>
        {
            var details = new CategoryInput(body.Name, body.Group, body.Kind, body.Icon, body.Color, Archived: false);
            var category = await mediator.Send(new CreateCategory(body.Id, details), ct);
            return new Tagged<Category>(
                category, EntityTag.Of(category.Version), $"/api/v1/ledgers/{scope.LedgerId}/categories/{category.Id}");
        })
        .RequireAuthorization(Policies.LedgerEditor)
        .WithSummary("Create a category")
        .Produces<Category>(StatusCodes.Status201Created)
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}

/// <param name="Id">A UUID chosen by the client, so that a repeat after a lost response creates nothing twice.</param>
/// <param name="Name">1 to 100 characters, unique in its group and kind among the categories that are not archived.</param>
/// <param name="Group">The heading it stands under, 1 to 100 characters.</param>
/// <param name="Kind">expense or income; fixed once created.</param>
/// <param name="Icon">A name from the client's set, or an emoji; at most 40 characters.</param>
/// <param name="Color"><c>#rrggbb</c>.</param>
[RequiredMembers("name", "group", "kind")]
internal sealed record CreateCategoryRequest(Guid? Id, string? Name, string? Group, CategoryKind? Kind, string? Icon, string? Color);
