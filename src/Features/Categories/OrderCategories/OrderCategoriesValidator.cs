namespace MyBudget.Features.Categories.OrderCategories;

internal sealed class OrderCategoriesValidator : AbstractValidator<OrderCategories>
{
    public OrderCategoriesValidator()
    {
        RuleFor(command => command.Ids).NotNull();
        RuleFor(command => command.Ids).Must(ids => ids is null || ids.Count <= CategorySet.Most)
            .WithErrorCode("too-many").WithMessage($"At most {CategorySet.Most} are allowed.");
        RuleFor(command => command.Ids).Must(ids => ids is null || (ids.Distinct().Count() == ids.Count && !ids.Contains(Guid.Empty)))
            .WithErrorCode("repeated").WithMessage("An id is given more than once.");
    }
}
