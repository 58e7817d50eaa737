using Carter;
using MyBudget.Features.Categories.CreateCategory;
using MyBudget.Features.Categories.DeleteCategory;
using MyBudget.Features.Categories.GetCategory;
using MyBudget.Features.Categories.ListCategories;
using MyBudget.Features.Categories.MergeCategory;
using MyBudget.Features.Categories.OrderCategories;
using MyBudget.Features.Categories.RenameGroup;
using MyBudget.Features.Categories.ReviseCategory;

namespace MyBudget.Features.Categories;

public sealed class CategoriesModule : ICarterModule, IFeature
{
    internal const string Kind = "category";

    public static void AddServices(IServiceCollection services)
    {
        services.AddLedgerEntity<Category>(Kind, isStructure: true)
            .Event<CategoryCreated>("category_created")
            .Event<CategoryRevised>("category_revised")
            .Event<CategoryArchived>("category_archived")
            .Event<CategoryUnarchived>("category_unarchived")
            .Removal<CategoryMerged>("category_merged")
            .Removal<CategoryDeleted>("category_deleted");
        services.AddCategoryActivity();
        services.AddLedgerOperations<Category, CategoryInput>(Kind)
            .Add("create", OperationEffect.Create, (m, o, ct) => m.Send(new CreateCategory.CreateCategory(o.EntityId, o.Read<CategoryFields>()), ct))
            .Add("revise", OperationEffect.Revise, (m, o, ct) => m.Send(new ReviseCategory.ReviseCategory(o.EntityId, o.Patch, IfMatch.Any), ct))
            .Add("delete", OperationEffect.Delete, (m, o, ct) => m.Send(new DeleteCategory.DeleteCategory(o.EntityId, IfMatch.Any), ct))
            .Add("merge", OperationEffect.Delete, (m, o, ct) =>
                m.Send(new MergeCategory.MergeCategory(o.EntityId, o.Read<MergeCategoryRequest>().Into, IfMatch.Any), ct));
    }

    public void AddRoutes(IEndpointRouteBuilder app) => app.MapGroup("/api/v1/ledgers/{ledgerId:guid}/categories").WithTags("Categories")
        .MapUseCases(
            CreateCategoryEndpoint.Map, ListCategoriesEndpoint.Map, GetCategoryEndpoint.Map,
            ReviseCategoryEndpoint.Map, DeleteCategoryEndpoint.Map, MergeCategoryEndpoint.Map,
            OrderCategoriesEndpoint.Map, RenameGroupEndpoint.Map);
}
