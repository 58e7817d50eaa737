using FluentValidation;

namespace MyBudget.Features.Transactions.UndoImport;

internal sealed class UndoImportValidator : AbstractValidator<UndoImport>
{
    public UndoImportValidator() => RuleFor(command => command.IfMatch).NotNull();
}
