namespace MyBudget.Features.Ledgers.AskToJoin;

internal sealed class AskToJoinValidator : AbstractValidator<AskToJoin>
{
    private const int LongestMessage = 200;

    public AskToJoinValidator()
    {
        RuleFor(command => command.Code).Given();
        RuleFor(command => command.Message).Line(LongestMessage);
    }
}
