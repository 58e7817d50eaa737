using System.Linq.Expressions;

namespace MyBudget.Features.Transactions;

internal sealed class TransactionFilterValidator : AbstractValidator<TransactionFilter>
{
    private const int MostValues = 100;

    public TransactionFilterValidator()
    {
        Each(filter => filter.AccountId, IsId, "id", "An account is named by its id.");
        Each(filter => filter.CategoryId, value => value == TransactionFilter.NoCategory || IsId(value), "id", "A category is named by its id or by 'none'.");
        Each(filter => filter.CreatedBy, IsId, "id", "A user is named by their id.");
        Each(filter => filter.ImportId, IsId, "id", "An import is named by its id.");
        Each(filter => filter.Status, TransactionFilter.Statuses.Contains, "unknown-value", $"One of {string.Join(", ", TransactionFilter.Statuses)}.");
        Each(filter => filter.Type, TransactionFilter.Types.Contains, "unknown-value", $"One of {string.Join(", ", TransactionFilter.Types)}.");
        Each(filter => filter.Tag, value => IsLine(value, 50), "format", "A tag is a line of at most 50 characters.");
        Each(filter => filter.Payee, value => IsLine(value, 200), "format", "A payee is a line of at most 200 characters.");
        RuleFor(filter => filter.UpdatedSince).Must(text => string.IsNullOrWhiteSpace(text) || TransactionFilter.TryReadMoment(text, out _))
            .WithErrorCode("format").WithMessage("A moment is written as 2026-11-28T13:45:00Z, or with an offset.");
        RuleFor(filter => filter.Q).Line(200);
    }

    private static bool IsId(string value) => Guid.TryParse(value, out _);

    private static bool IsLine(string value, int length) => value.Length <= length && !value.Any(char.IsControl);

    private void Each(Expression<Func<TransactionFilter, string[]?>> values, Func<string, bool> isGood, string code, string message) =>
        RuleFor(values)
            .Must(given => given is not { Length: > MostValues }).WithErrorCode("too-many").WithMessage($"At most {MostValues} values are allowed.")
            .Must(given => TransactionFilter.Given(given).All(isGood)).WithErrorCode(code).WithMessage(message);
}
