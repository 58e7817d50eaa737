namespace MyBudget.Features.Categories.MergeCategory;

internal sealed class MergeCategoryValidator : AbstractValidator<MergeCategory>
{
    public MergeCategoryValidator() => RuleFor(command => command.Into).Required();
}
