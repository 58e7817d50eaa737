using Marten;
using MyBudget.Features.Identity.Contracts;
using MyBudget.Infrastructure.Http.Localization;
using MyBudget.Infrastructure.Mail;

namespace MyBudget.Features.Identity;

/// <summary>
/// The mails of this feature. They are made in the background from beginning to end, the look-up of the user included: so no
/// request takes longer for an address that exists than for one that does not.
/// </summary>
internal sealed class IdentityMails(IDocumentSession session, MailCodes codes, IMailTransport transport)
{
    public async Task SendVerificationAsync(Guid userId, CancellationToken cancellationToken)
    {
        var user = await session.LoadAsync<UserProfile>(userId, cancellationToken);
        if (user is null or { EmailVerified: true }) return;

        var code = await IssueAsync(user, MailCodePurpose.VerifyEmail, cancellationToken);
        await SendAsync(
            user, "identity.mail.verify", "Confirm your e-mail address",
            $"""
             Hello {user.DisplayName},

             your code to confirm this e-mail address for MyBudget:

                 {code}

             It is good for 15 minutes. If you did not register, ignore this mail.
             """,
            code, cancellationToken);
    }

    public async Task SendPasswordResetAsync(string email, CancellationToken cancellationToken)
    {
        var credentials = await session.Query<Credentials>().SingleOrDefaultAsync(known => known.Email == email, cancellationToken);
        var user = credentials is null ? null : await session.LoadAsync<UserProfile>(credentials.Id, cancellationToken);
        if (user is null) return;

        var code = await IssueAsync(user, MailCodePurpose.ResetPassword, cancellationToken);
        await SendAsync(
            user, "identity.mail.reset", "Set a new password",
            $"""
             Hello {user.DisplayName},

             your code to set a new password for MyBudget:

                 {code}

             It is good for 15 minutes. If you did not ask for it, ignore this mail: your password stays as it is.
             """,
            code, cancellationToken);
    }

    private async Task<string> IssueAsync(UserProfile user, MailCodePurpose purpose, CancellationToken cancellationToken)
    {
        var code = await codes.IssueAsync(user.Id, purpose, cancellationToken);
        await session.SaveChangesAsync(cancellationToken);
        return code;
    }

    private Task SendAsync(UserProfile user, string text, string subject, string body, string code, CancellationToken cancellationToken)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = user.DisplayName, ["code"] = code };
        return transport.SendAsync(
            new OutgoingMail(
                user.Email, Messages.In(user.Locale, $"{text}.subject", subject), Messages.In(user.Locale, $"{text}.text", body, arguments),
                user.Locale),
            cancellationToken);
    }
}
