namespace MyBudget.Infrastructure.Database;

internal sealed class DatabaseValidation(IConfiguration configuration) : IValidateOptions<DatabaseSettings>
{
    public ValidateOptionsResult Validate(string? name, DatabaseSettings options) =>
        options.Faults(configuration).ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
}
