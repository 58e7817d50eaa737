using System.Globalization;
using MyBudget.Features.Identity.Contracts;
using MyBudget.Infrastructure.Http.Localization;
using MyBudget.Infrastructure.Outbox;
using MyBudget.Infrastructure.Outbox.Mail;

namespace MyBudget.Features.Identity;

/// <summary>Writes the mails of this feature, in the language of whom they are for. A new code is issued for each try.</summary>
internal sealed class IdentityMails(IDocumentSession session, MailCodes codes, IMailTransport transport)
{
    public async Task<Delivery> SendAsync(IdentityMail mail, CancellationToken cancellationToken)
    {
        var user = await FindAsync(mail, cancellationToken);
        return (mail.Kind, user) switch
        {
            (_, null) or (IdentityMailKind.Verification, { EmailVerified: true }) => new Delivery.Done(),
            (IdentityMailKind.Verification, _) => await SendCodeAsync(user, MailCodePurpose.VerifyEmail, VerificationAsync),
            (IdentityMailKind.PasswordReset, _) => await SendCodeAsync(user, MailCodePurpose.ResetPassword, PasswordResetAsync),
            // An address that was never confirmed may be a stranger's.
            (_, { EmailVerified: false }) => new Delivery.Done(),
            (IdentityMailKind.PasswordChanged, _) => await PasswordChangedAsync(user),
            _ => await NewSignInAsync(user),
        };

        async Task<Delivery> SendCodeAsync(UserProfile to, MailCodePurpose purpose, Func<UserProfile, string, Task<Delivery>> send)
        {
            var code = await codes.IssueAsync(to.Id, purpose, cancellationToken);
            await session.SaveChangesAsync(cancellationToken);
            return await send(to, code);
        }

        Task<Delivery> VerificationAsync(UserProfile to, string code) => DeliverAsync(
            to, "identity.mail.verify", "Confirm your e-mail address",
            $"""
             Hello {to.DisplayName},

             your code to confirm this e-mail address for MyBudget:

                 {code}

             It is good for 15 minutes. If you did not register, ignore this mail.
             """,
            ("code", code));

        Task<Delivery> PasswordResetAsync(UserProfile to, string code) => DeliverAsync(
            to, "identity.mail.reset", "Set a new password",
            $"""
             Hello {to.DisplayName},

             your code to set a new password for MyBudget:

                 {code}

             It is good for 15 minutes. If you did not ask for it, ignore this mail: your password stays as it is.
             """,
            ("code", code));

        Task<Delivery> PasswordChangedAsync(UserProfile to) => DeliverAsync(
            to, "identity.mail.password-changed", "Your password was changed",
            $"""
             Hello {to.DisplayName},

             the password of your MyBudget account was changed on {At(to)}. Other devices were signed out.

             If it was not you, set a new password at once: choose "Forgot password" where you sign in.
             """,
            ("at", At(to)));

        Task<Delivery> NewSignInAsync(UserProfile to)
        {
            var device = mail.Device ?? "?";
            return DeliverAsync(
                to, "identity.mail.new-sign-in", "New sign-in",
                $"""
                 Hello {to.DisplayName},

                 somebody signed in to your MyBudget account on {At(to)} with a device that was not used before:

                     {device}

                 If it was not you, end that session in the list of your devices and change your password.
                 """,
                ("at", At(to)), ("device", device));
        }

        string At(UserProfile to) => TimeZoneInfo.ConvertTime(mail.At, TimeZoneInfo.FindSystemTimeZoneById(to.TimeZone))
            .ToString("f", CultureInfo.GetCultureInfo(to.Locale));

        Task<Delivery> DeliverAsync(UserProfile to, string text, string subject, string body, params (string Name, string Value)[] values)
        {
            var arguments = values.ToDictionary(value => value.Name, value => (object?)value.Value, StringComparer.Ordinal);
            arguments["name"] = to.DisplayName;
            return transport.DeliverAsync(
                new OutgoingMail(
                    to.Email, Messages.In(to.Locale, $"{text}.subject", subject), Messages.In(to.Locale, $"{text}.text", body, arguments),
                    to.Locale),
                cancellationToken);
        }
    }

    private async Task<UserProfile?> FindAsync(IdentityMail mail, CancellationToken cancellationToken)
    {
        if (mail.UserId is { } id) return await session.LoadAsync<UserProfile>(id, cancellationToken);

        var credentials = await session.Query<Credentials>().SingleOrDefaultAsync(known => known.Email == mail.Email, cancellationToken);
        return credentials is null ? null : await session.LoadAsync<UserProfile>(credentials.Id, cancellationToken);
    }
}
