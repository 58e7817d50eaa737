namespace MyBudget.Features.Identity.AddFactor;

internal sealed class AddFactorValidator : AbstractValidator<AddFactor>
{
    public AddFactorValidator() => RuleFor(command => command.Details.Name).Name();
}
