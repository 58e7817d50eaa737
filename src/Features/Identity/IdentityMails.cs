using MyBudget.Infrastructure.Outbox.Mail;

namespace MyBudget.Features.Identity;

/// <summary>Writes the mails of this feature, in the language of whom they are for. A new code is issued for each try.</summary>
internal sealed class IdentityMails(IDocumentSession session, MailCodes codes, IMailTransport transport)
{
    public async Task<Delivery> SendAsync(IdentityMail mail, CancellationToken cancellationToken)
    {
        if (await FindAsync(mail, cancellationToken) is not { } user || !IsDue(mail.Kind, user)) return new Delivery.Done();

        var code = mail.Kind switch
        {
            IdentityMailKind.Verification => await IssueAsync(user.Id, MailCodePurpose.VerifyEmail, cancellationToken),
            IdentityMailKind.PasswordReset => await IssueAsync(user.Id, MailCodePurpose.ResetPassword, cancellationToken),
            _ => null,
        };
        var isGone = code is null && mail.Kind is (IdentityMailKind.Verification or IdentityMailKind.PasswordReset);
        return isGone ? new Delivery.Done() : await transport.DeliverAsync(Write(mail, user, code), cancellationToken);
    }

    /// <summary>An address that was never confirmed may be a stranger's: nothing goes there but codes.</summary>
    private static bool IsDue(IdentityMailKind kind, UserProfile user) => kind switch
    {
        IdentityMailKind.Verification => !user.EmailVerified,
        IdentityMailKind.PasswordReset => true,
        _ => user.EmailVerified,
    };

    /// <returns>Null when the user is gone since: the code would stay behind.</returns>
    private async Task<string?> IssueAsync(Guid userId, MailCodePurpose purpose, CancellationToken cancellationToken)
    {
        var code = await codes.IssueAsync(userId, purpose, cancellationToken);
        if (await session.LockAsync<Credentials>(userId, cancellationToken) is null) return null;
        await session.SaveChangesAsync(cancellationToken);
        return code;
    }

    /// <summary>A code may go to somebody whose address a stranger has typed: it says nothing that the stranger chose, such as a name.</summary>
    private static OutgoingMail Write(IdentityMail mail, UserProfile to, string? code)
    {
        var (device, network) = (Unlinked.Text(mail.Device ?? "?"), mail.Network ?? "?");
        var at = new Wording(to.Locale).Moment(mail.At, to.TimeZone);
        var (text, subject, body) = mail.Kind switch
        {
            IdentityMailKind.Verification => ("identity.mail.verify", "Confirm your e-mail address",
                $"""
                 Hello,

                 your code to confirm this e-mail address for MyBudget:

                     {code}

                 Type it in MyBudget under Profile. It is good for 10 minutes. If you did not register, ignore this mail.
                 """),
            IdentityMailKind.PasswordReset => ("identity.mail.reset", "Set a new password",
                $"""
                 Hello,

                 your code to set a new password for MyBudget:

                     {code}

                 It is good for 10 minutes. If you did not ask for it, ignore this mail: your password stays as it is.
                 """),
            IdentityMailKind.PasswordChanged => ("identity.mail.password-changed", "Your password was changed",
                $"""
                 Hello {to.DisplayName},

                 the password of your MyBudget account was changed on {at}. Other devices were signed out.

                 If it was not you, set a new password at once: choose "Forgot password" where you sign in.
                 """),
            IdentityMailKind.FailedSignIns => ("identity.mail.failed-sign-ins", "Failed attempts to sign in",
                $"""
                 Hello {to.DisplayName},

                 somebody tries to sign in to your MyBudget account with wrong passwords, from places where you never signed in. Nobody got in,
                 and you can go on signing in as before.

                 If you use the same password elsewhere, choose another one here. You will not be told again today.
                 """),
            IdentityMailKind.SessionReused => ("identity.mail.session-reused", "A session was ended",
                $"""
                 Hello {to.DisplayName},

                 a session of your MyBudget account was ended on {at}, because two parties used its key, and one of them must have copied it:

                     {device}

                 Sign in there again. If you did not copy that device or restore it from a backup, change your password, which signs out all others.
                 """),
            _ when FactorMails.Of(mail.Kind, to.DisplayName, device, at) is { } ofFactor => ofFactor,
            _ => ("identity.mail.new-sign-in", "New sign-in",
                $"""
                 Hello {to.DisplayName},

                 somebody signed in to your MyBudget account on {at} with a device that was not used before:

                     {device}
                     {network}

                 If it was not you, end that session in the list of your devices and change your password.
                 """),
        };
        var values = new Dictionary<string, object?> { ["code"] = code, ["at"] = at, ["device"] = device, ["network"] = network, ["name"] = to.DisplayName };
        return new OutgoingMail(
            to.Email, Messages.In(to.Locale, $"{text}.subject", subject), Messages.In(to.Locale, $"{text}.text", body, values), to.Locale);
    }

    private async Task<UserProfile?> FindAsync(IdentityMail mail, CancellationToken cancellationToken)
    {
        if (mail.UserId is { } id) return await session.LoadAsync<UserProfile>(id, cancellationToken);

        var credentials = await session.Query<Credentials>().SingleOrDefaultAsync(known => known.Email == mail.Email, cancellationToken);
        return credentials is null ? null : await session.LoadAsync<UserProfile>(credentials.Id, cancellationToken);
    }
}
