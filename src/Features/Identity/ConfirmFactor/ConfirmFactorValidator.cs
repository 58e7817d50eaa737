namespace MyBudget.Features.Identity.ConfirmFactor;

internal sealed class ConfirmFactorValidator : AbstractValidator<ConfirmFactor>
{
    public ConfirmFactorValidator() => RuleFor(command => command.Details.Code).MailedCode();
}
