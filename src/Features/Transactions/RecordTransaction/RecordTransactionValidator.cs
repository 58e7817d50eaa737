namespace MyBudget.Features.Transactions.RecordTransaction;

internal sealed class RecordTransactionValidator : AbstractValidator<RecordTransaction>
{
    public RecordTransactionValidator()
    {
        RuleFor(command => command.Details.Id).ClientId();
        RuleFor(command => command.Details).SetValidator(new TransactionInputValidator());
    }
}
