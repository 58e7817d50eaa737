using JasperFx.Events;
using Marten.Events.Aggregation;
using MyBudget.Features.Categories.Contracts;

namespace MyBudget.Features.Categories;

public sealed partial class CategoryFactsProjection : SingleStreamProjection<CategoryFacts, Guid>
{
    public CategoryFactsProjection()
    {
        DeleteEvent<CategoryMerged>();
        DeleteEvent<CategoryDeleted>();
    }

    public static CategoryFacts Create(IEvent<CategoryCreated> e) => new(e.StreamId, e.Data.Details.Name, e.Data.Details.Kind, Archived: false);

    public static CategoryFacts Apply(CategoryRevised e, CategoryFacts facts) => facts with { Name = e.Now.Name };

    public static CategoryFacts Apply(CategoryArchived _, CategoryFacts facts) => facts with { Archived = true };

    public static CategoryFacts Apply(CategoryUnarchived _, CategoryFacts facts) => facts with { Archived = false };
}
