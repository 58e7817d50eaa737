using JasperFx.CommandLine;

namespace MyBudget.Features.Identity;

/// <summary><c>end-sessions EMAIL</c> signs a user out everywhere at once, as they could themselves.</summary>
[Description("Sign a user out everywhere", Name = "end-sessions")]
public sealed class EndSessionsCommand : JasperFxAsyncCommand<UserInput>
{
    public override async Task<bool> Execute(UserInput input)
    {
        using var host = input.BuildHost();
        return await RunAsync(host.Services, input.Email, Console.Out, CancellationToken.None);
    }

    internal static async Task<bool> RunAsync(IServiceProvider services, string email, TextWriter output, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<IDocumentSession>();
        var mailbox = EmailAddress.Normalize(email);
        var known = await session.Query<Credentials>().SingleOrDefaultAsync(credentials => credentials.Email == mailbox, cancellationToken);
        if (known is null || await session.LockAsync<Credentials>(known.Id, cancellationToken) is null)
        {
            await output.WriteLineAsync($"end-sessions: there is no user {email}");
            return false;
        }

        var living = await session.Sql($"select count(*) from {SecurityTables.SignIns:raw} where user_id = {known.Id} and ended_at is null")
            .ScalarAsync<long>(cancellationToken);
        scope.ServiceProvider.GetRequiredService<SignIns>().EndAll(known.Id, except: null, EndReason.ByOperator);
        await session.SaveChangesAsync(cancellationToken);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{living} sessions of {email} have ended"));
        return true;
    }
}
