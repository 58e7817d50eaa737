using JasperFx.CommandLine;

namespace MyBudget.Features.Identity;

/// <summary>What an operator's command about one user is told, and how it finds them.</summary>
public sealed class UserInput : NetCoreInput
{
    [Description("The e-mail address of the user")]
    public string Email { get; set; } = string.Empty;

    /// <summary>Acts on the user with their credentials locked, saves, and says what was done, or that there is no such user.</summary>
    internal static async Task<bool> ActOnAsync(
        IServiceProvider services, string command, string email, TextWriter output, Func<IServiceProvider, Guid, Task<string>> act, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<IDocumentSession>();
        var mailbox = EmailAddress.Normalize(email);
        var known = await session.Query<Credentials>().SingleOrDefaultAsync(credentials => credentials.Email == mailbox, cancellationToken);
        if (known is null || await session.LockAsync<Credentials>(known.Id, cancellationToken) is null)
        {
            await output.WriteLineAsync($"{command}: there is no user {email}");
            return false;
        }

        var done = await act(scope.ServiceProvider, known.Id);
        await session.SaveChangesAsync(cancellationToken);
        await output.WriteLineAsync(done);
        return true;
    }
}
