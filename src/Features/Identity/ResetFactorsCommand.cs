using JasperFx.CommandLine;

namespace MyBudget.Features.Identity;

/// <summary>
/// <c>reset-factors EMAIL</c> is for who has lost both the app and the recovery codes, and has shown to the operator that the account is theirs:
/// a password is enough again, and every session ends.
/// </summary>
[Description("Remove the second factors of a user, and sign them out everywhere", Name = Command)]
public sealed class ResetFactorsCommand : JasperFxAsyncCommand<UserInput>
{
    private const string Command = "reset-factors";

    public override async Task<bool> Execute(UserInput input)
    {
        using var host = input.BuildHost();
        return await RunAsync(host.Services, input.Email, Console.Out, CancellationToken.None);
    }

    internal static Task<bool> RunAsync(IServiceProvider services, string email, TextWriter output, CancellationToken cancellationToken) =>
        UserInput.ActOnAsync(services, Command, email, output, async (scope, user) =>
        {
            var factors = scope.GetRequiredService<SecondFactors>();
            var count = (await factors.ListAsync(user, cancellationToken)).Count;
            factors.Drop(user);
            scope.GetRequiredService<SignIns>().EndAll(user, except: null, EndReason.ByOperator);
            scope.GetRequiredService<FactorNotices>().Tell(user, IdentityMailKind.FactorsReset, "reset");
            return string.Create(CultureInfo.InvariantCulture, $"{email} has {count} second factors less, and no session");
        }, cancellationToken);
}
