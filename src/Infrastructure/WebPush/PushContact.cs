using MimeKit;
using MyBudget.Infrastructure.Outbox.Mail;

namespace MyBudget.Infrastructure.WebPush;

/// <summary>Whom a push service may turn to.</summary>
/// <param name="Subject">A <c>mailto:</c> or <c>https:</c> address (RFC 8292, 2.1).</param>
/// <param name="IsReachable">It is not on this machine or network alone, as far as its name tells.</param>
internal sealed record PushContact(string Subject, bool IsReachable)
{
    private static readonly string[] Private = [".localhost", ".local", ".internal", ".invalid"];

    public static PushContact Of(WebPushSettings settings, MailSettings mail)
    {
        var subject = settings.Subject is { Length: > 0 } given ? given : $"mailto:{MailboxAddress.Parse(mail.From).Address}";
        var host = new Uri(subject).Host;
        return new PushContact(subject, host.Contains('.', StringComparison.Ordinal) && !Private.Any(end => host.EndsWith(end, StringComparison.OrdinalIgnoreCase)));
    }
}
