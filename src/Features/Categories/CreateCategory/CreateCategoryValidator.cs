namespace MyBudget.Features.Categories.CreateCategory;

internal sealed class CreateCategoryValidator : AbstractValidator<CreateCategory>
{
    public CreateCategoryValidator()
    {
        RuleFor(command => command.Id).ClientId();
        RuleFor(command => command.Details).SetValidator(new CategoryFieldsValidator());
    }
}
