namespace MyBudget.Features.Ledgers.CreateJoinLink;

internal sealed class CreateJoinLinkValidator : AbstractValidator<CreateJoinLink>
{
    public CreateJoinLinkValidator()
    {
        RuleFor(command => command.Id).ClientId();
        RuleFor(command => command.Role).JoiningRole();
    }
}
