using JasperFx.CommandLine;

namespace MyBudget.Features.Identity;

/// <summary><c>end-sessions EMAIL</c> signs a user out everywhere at once, as they could themselves.</summary>
[Description("Sign a user out everywhere", Name = Command)]
public sealed class EndSessionsCommand : JasperFxAsyncCommand<UserInput>
{
    private const string Command = "end-sessions";

    public override async Task<bool> Execute(UserInput input)
    {
        using var host = input.BuildHost();
        return await RunAsync(host.Services, input.Email, Console.Out, CancellationToken.None);
    }

    internal static Task<bool> RunAsync(IServiceProvider services, string email, TextWriter output, CancellationToken cancellationToken) =>
        UserInput.ActOnAsync(services, Command, email, output, async (scope, user) =>
        {
            var living = await scope.GetRequiredService<IDocumentSession>()
                .Sql($"select count(*) from {SecurityTables.SignIns:raw} where user_id = {user} and ended_at is null")
                .ScalarAsync<long>(cancellationToken);
            scope.GetRequiredService<SignIns>().EndAll(user, except: null, EndReason.ByOperator);
            return string.Create(CultureInfo.InvariantCulture, $"{living} sessions of {email} have ended");
        }, cancellationToken);
}
