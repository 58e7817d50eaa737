using FluentValidation;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Ledgers.ChangeRole;

/// <summary>What a patch makes of the member is validated once it is laid over them.</summary>
internal sealed class ChangeRoleValidator : AbstractValidator<ChangeRole>
{
    public ChangeRoleValidator() => RuleFor(command => command.Patch).NotNull();
}

internal sealed class MemberDetailsValidator : AbstractValidator<MemberDetails>
{
    public MemberDetailsValidator() => RuleFor(details => details.Role).Required();
}
