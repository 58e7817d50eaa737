namespace MyBudget.Features.Identity.DeleteMe;

internal sealed class DeleteMeValidator : AbstractValidator<DeleteMe>
{
    public DeleteMeValidator()
    {
        When(command => command.Details.IdToken is null, () => RuleFor(command => command.Details.Password).KnownPassword())
            .Otherwise(() => RuleFor(command => command.Details.IdToken).IdToken());
    }
}
