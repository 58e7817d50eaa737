namespace MyBudget.Features.Identity.RenameSession;

internal sealed class RenameSessionValidator : AbstractValidator<RenameSession>
{
    public RenameSessionValidator() => RuleFor(command => command.Details.Name).Name(200);
}
