using FluentValidation;

namespace MyBudget.Features.Categories.ReviseCategory;

/// <summary>What a patch makes of the category is validated once it is laid over it.</summary>
internal sealed class ReviseCategoryValidator : AbstractValidator<ReviseCategory>
{
    public ReviseCategoryValidator() => RuleFor(command => command.Patch).NotNull();
}
