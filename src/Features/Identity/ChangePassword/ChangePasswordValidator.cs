namespace MyBudget.Features.Identity.ChangePassword;

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator()
    {
        RuleFor(command => command.Details.CurrentPassword).KnownPassword();
        RuleFor(command => command.Details.NewPassword).NewPassword();
        RuleFor(command => command.Details.Code).Line(IdentityRules.LongestCode);
    }
}
