using Carter;
using MyBudget.Features.Categories.Contracts;
using MyBudget.Features.Categories.CreateCategory;
using MyBudget.Features.Categories.DeleteCategory;
using MyBudget.Features.Categories.GetCategory;
using MyBudget.Features.Categories.ListCategories;
using MyBudget.Features.Categories.MergeCategory;
using MyBudget.Features.Categories.ReviseCategory;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Categories;

public sealed class CategoriesModule : ICarterModule, IFeature
{
    public static void AddServices(IServiceCollection services) => services.AddLedgerEntity(
        "category",
        CategoriesTables.Categories,
        isStructure: true,
        [
            typeof(CategoryCreated), typeof(CategoryRevised), typeof(CategoryArchived), typeof(CategoryUnarchived),
            typeof(CategoryMerged), typeof(CategoryDeleted),
        ],
        typeof(CategoryMerged), typeof(CategoryDeleted));

    public void AddRoutes(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/ledgers/{ledgerId:guid}/categories").WithTags("Categories");
        CreateCategoryEndpoint.Map(group);
        ListCategoriesEndpoint.Map(group);
        GetCategoryEndpoint.Map(group);
        ReviseCategoryEndpoint.Map(group);
        DeleteCategoryEndpoint.Map(group);
        MergeCategoryEndpoint.Map(group);
    }
}
