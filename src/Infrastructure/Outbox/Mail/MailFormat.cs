using MimeKit;

namespace MyBudget.Infrastructure.Outbox.Mail;

/// <summary>Puts a mail into its internet format (RFC 5322).</summary>
internal sealed class MailFormat(IOptions<MailSettings> settings, TimeProvider time)
{
    public MimeMessage Of(OutgoingMail mail)
    {
        var from = MailboxAddress.Parse(settings.Value.From);
        var now = time.GetUtcNow();
        var text = new TextPart("plain") { Text = mail.Text };
        var html = new TextPart("html") { Text = MailHtml.Of(mail) };
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = now,
            MessageId = $"{Guid.CreateVersion7(now):N}@{from.Domain}",
            // The last alternative is the one to prefer (RFC 2046, section 5.1.4).
            Body = new MultipartAlternative(text, html),
        };
        message.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        message.From.Add(from);
        message.To.Add(new MailboxAddress(null, mail.To));
        // Keeps holiday replies and other machines from answering (RFC 3834).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }
}
