namespace MyBudget.Features.Accounts.OpenAccount;

internal sealed class OpenAccountValidator : AbstractValidator<OpenAccount>
{
    public OpenAccountValidator()
    {
        RuleFor(command => command.Id).ClientId();
        RuleFor(command => command.Details).SetValidator(new AccountInputValidator());
    }
}
