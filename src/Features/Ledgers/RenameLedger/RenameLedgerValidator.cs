using FluentValidation;
using MyBudget.Infrastructure.Validation;

namespace MyBudget.Features.Ledgers.RenameLedger;

/// <summary>What a patch makes of the name is validated once it is laid over it.</summary>
internal sealed class RenameLedgerValidator : AbstractValidator<RenameLedger>
{
    public RenameLedgerValidator() => RuleFor(command => command.Patch).NotNull();
}

internal sealed class RenameLedgerRequestValidator : AbstractValidator<RenameLedgerRequest>
{
    public RenameLedgerRequestValidator() => RuleFor(request => request.Name).Name();
}
