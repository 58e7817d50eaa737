namespace MyBudget.Features.Imports.ImportFile;

internal sealed class ImportFileValidator : AbstractValidator<ImportFile>
{
    private const int MostAccounts = 100;

    public ImportFileValidator()
    {
        RuleFor(command => command.Id).ClientId();
        RuleFor(command => command.AccountId).ClientId();
        RuleFor(command => command.File).NotNull().WithMessage("This value is required.");
        RuleFor(command => command.Accounts).Must(accounts => accounts is null or { Count: <= MostAccounts })
            .WithErrorCode("too-many").WithMessage($"At most {MostAccounts} accounts are allowed.");
        RuleForEach(command => command.Accounts).NotNull().WithErrorCode("required").WithMessage("This value is required.");
        RuleFor(command => command.Accounts)
            .Must(accounts => accounts is null
                || accounts.Select(choice => (choice?.BankAccount ?? string.Empty, choice?.Bank, choice?.Kind)).Distinct()
                    .Count() == accounts.Count)
            .WithErrorCode("repeated").WithMessage("A bank account goes into one account.");
    }
}
