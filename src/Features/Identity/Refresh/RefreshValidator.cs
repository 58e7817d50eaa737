namespace MyBudget.Features.Identity.Refresh;

internal sealed class RefreshValidator : AbstractValidator<Refresh>
{
    public RefreshValidator() => RuleFor(command => command.RefreshToken).Given().Line(200);
}
