namespace MyBudget.Features.Transactions.RecordBatch;

internal sealed class RecordBatchValidator : AbstractValidator<RecordBatch>
{
    private const int Most = 500;

    public RecordBatchValidator()
    {
        RuleFor(command => command.Transactions).Cascade(CascadeMode.Stop).NotEmpty()
            .Must(transactions => transactions!.Count <= Most).WithErrorCode("too-many").WithMessage($"At most {Most} transactions are recorded at once.")
            .DependentRules(() =>
            {
                RuleForEach(command => command.Transactions).NotNull().ChildRules(transaction =>
                {
                    transaction.RuleFor(details => details.Id).ClientId();
                    transaction.RuleFor(details => details).SetValidator(new TransactionInputValidator());
                });
                RuleForEach(command => command.Transactions)
                    .Must((command, transaction) => transaction?.Id is not { } id || command.Transactions!.Count(other => other?.Id == id) == 1)
                    .WithErrorCode("repeated").WithMessage("Another transaction of this batch has the same id.");
            });
    }
}
