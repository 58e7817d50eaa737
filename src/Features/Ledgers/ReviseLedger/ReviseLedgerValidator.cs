using FluentValidation;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Ledgers.ReviseLedger;

/// <summary>What a patch makes of the ledger is validated once it is laid over it.</summary>
internal sealed class ReviseLedgerValidator : AbstractValidator<ReviseLedger>
{
    public ReviseLedgerValidator() => RuleFor(command => command.Patch).NotNull();
}

internal sealed class LedgerDetailsValidator : AbstractValidator<LedgerDetails>
{
    public LedgerDetailsValidator()
    {
        RuleFor(request => request.Name).Name();
        RuleFor(request => request.LargeTransactionFrom).EntryAmount();
        RuleFor(request => request.LargeTransactionFrom).GreaterThan(0);
    }
}
