namespace MyBudget.Features.Ledgers.LookUpJoinLink;

internal sealed class LookUpJoinLinkValidator : AbstractValidator<LookUpJoinLink>
{
    public LookUpJoinLinkValidator() => RuleFor(command => command.Code).Given();
}
