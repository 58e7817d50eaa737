using FluentValidation;

namespace MyBudget.Features.Accounts.ReviseAccount;

/// <summary>What a patch makes of the account is validated once it is laid over it.</summary>
internal sealed class ReviseAccountValidator : AbstractValidator<ReviseAccount>
{
    public ReviseAccountValidator() => RuleFor(command => command.Patch).NotNull();
}
