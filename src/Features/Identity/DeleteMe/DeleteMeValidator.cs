using FluentValidation;

namespace MyBudget.Features.Identity.DeleteMe;

internal sealed class DeleteMeValidator : AbstractValidator<DeleteMe>
{
    public DeleteMeValidator() => RuleFor(command => command.Password).KnownPassword();
}
