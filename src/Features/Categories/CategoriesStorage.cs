using MyBudget.Features.Categories.Contracts;

namespace MyBudget.Features.Categories;

internal sealed class CategoriesStorage : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        options.Events.MapEventType<CategoryCreated>("category_created");
        options.Events.MapEventType<CategoryRevised>("category_revised");
        options.Events.MapEventType<CategoryArchived>("category_archived");
        options.Events.MapEventType<CategoryUnarchived>("category_unarchived");
        options.Events.MapEventType<CategoryMerged>("category_merged");
        options.Events.MapEventType<CategoryDeleted>("category_deleted");
        options.AddLedgerState<Category>(CategoriesModule.Kind);
    }
}
