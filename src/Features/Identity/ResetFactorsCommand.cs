using JasperFx.CommandLine;

namespace MyBudget.Features.Identity;

public sealed class UserInput : NetCoreInput
{
    [Description("The e-mail address of the user")]
    public string Email { get; set; } = string.Empty;
}

/// <summary>
/// <c>reset-factors EMAIL</c> is for who has lost both the app and the recovery codes, and has shown to the operator that the account is theirs:
/// a password is enough again, and every session ends.
/// </summary>
[Description("Remove the second factors of a user, and sign them out everywhere", Name = "reset-factors")]
public sealed class ResetFactorsCommand : JasperFxAsyncCommand<UserInput>
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
            await output.WriteLineAsync($"reset-factors: there is no user {email}");
            return false;
        }

        var factors = scope.ServiceProvider.GetRequiredService<SecondFactors>();
        var count = (await factors.ListAsync(known.Id, cancellationToken)).Count;
        factors.Drop(known.Id);
        scope.ServiceProvider.GetRequiredService<SignIns>().EndAll(known.Id, except: null, EndReason.ByOperator);
        scope.ServiceProvider.GetRequiredService<FactorNotices>().Tell(known.Id, IdentityMailKind.FactorsReset, "reset");
        await session.SaveChangesAsync(cancellationToken);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{email} has {count} second factors less, and no session"));
        return true;
    }
}
