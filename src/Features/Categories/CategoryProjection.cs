using JasperFx.Events;
using Marten.Events.Aggregation;
using MyBudget.Features.Categories.Contracts;

namespace MyBudget.Features.Categories;

public sealed partial class CategoryProjection : SingleStreamProjection<Category, Guid>
{
    public CategoryProjection()
    {
        DeleteEvent<CategoryMerged>();
        DeleteEvent<CategoryDeleted>();
    }

    public static Category Create(IEvent<CategoryCreated> e) => Category.Create(e.StreamId, e.Data);

    public static Category Apply(CategoryRevised e, Category category) => category.Apply(e);

    public static Category Apply(CategoryArchived e, Category category) => category.Apply(e);

    public static Category Apply(CategoryUnarchived e, Category category) => category.Apply(e);
}
