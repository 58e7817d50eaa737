using FluentValidation;

namespace MyBudget.Features.Categories.DeleteCategory;

internal sealed class DeleteCategoryValidator : AbstractValidator<DeleteCategory>
{
    public DeleteCategoryValidator() => RuleFor(command => command.IfMatch).NotNull();
}
