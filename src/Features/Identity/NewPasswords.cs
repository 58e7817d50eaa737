using FluentValidation.Results;

namespace MyBudget.Features.Identity;

/// <summary>Accepts a password for a user who is known already, after the rules that a password alone can break.</summary>
internal sealed class NewPasswords(IDocumentSession session, PasswordHasher hasher, BreachedPasswords breached)
{
    public const string AboutUser = "password-about-user";
    public const string AboutUserMessage = "Your name, your e-mail address and the name of this program are no password.";

    private const string Field = "NewPassword";

    /// <param name="credentials">Locked.</param>
    /// <param name="password">Validated by itself.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ValidationException">It is no good for this user.</exception>
    public async Task SetAsync(Credentials credentials, string password, CancellationToken cancellationToken)
    {
        var user = await session.LoadAsync<UserProfile>(credentials.Id, cancellationToken);
        if (GuessablePassword.IsAbout(password, credentials.Email, user?.DisplayName)) throw Refused(AboutUser, AboutUserMessage);
        if (await hasher.VerifyAsync(credentials.PasswordHash, password, cancellationToken))
            throw Refused("password-unchanged", "This is the password that you have already.");
        await breached.EnsureUnknownAsync(Field, password, cancellationToken);
        session.Store(credentials with { PasswordHash = await hasher.HashAsync(password, cancellationToken) });
    }

    private static ValidationException Refused(string code, string message) =>
        new([new ValidationFailure(Field, message) { ErrorCode = code }]);
}
