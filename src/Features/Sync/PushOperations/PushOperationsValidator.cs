namespace MyBudget.Features.Sync.PushOperations;

internal sealed class PushOperationsValidator : AbstractValidator<PushOperations>
{
    private const int Most = 500;
    private const int LongestType = 100;

    public PushOperationsValidator()
    {
        RuleFor(push => push.Details.Operations).NotNull();
        RuleFor(push => push.Details.Operations).Must(operations => operations is null || operations.Count <= Most)
            .WithErrorCode("too-many").WithMessage($"At most {Most} are allowed.");
        RuleForEach(push => push.Details.Operations).NotNull().ChildRules(operation =>
        {
            operation.RuleFor(one => one.Id).Required().ClientId();
            operation.RuleFor(one => one.Type).Name(LongestType);
            operation.RuleFor(one => one.EntityId).ClientId();
            operation.RuleFor(one => one.EntityId).Required().When(one => one.Type?.StartsWith("ledger.", StringComparison.Ordinal) is not true);
            operation.RuleFor(one => one.BaseVersion).GreaterThanOrEqualTo(1);
        });
    }
}
