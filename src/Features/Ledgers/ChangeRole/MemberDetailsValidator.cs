namespace MyBudget.Features.Ledgers.ChangeRole;

internal sealed class MemberDetailsValidator : AbstractValidator<MemberDetails>
{
    public MemberDetailsValidator() => RuleFor(details => details.Role).Required();
}
