namespace MyBudget.Features.Categories.RenameGroup;

internal sealed class RenameGroupValidator : AbstractValidator<RenameGroup>
{
    public RenameGroupValidator()
    {
        RuleFor(command => command.Group).Name();
        RuleFor(command => command.Name).Name();
    }
}
