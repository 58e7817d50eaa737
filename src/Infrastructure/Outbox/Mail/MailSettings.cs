using MailKit.Security;

namespace MyBudget.Infrastructure.Outbox.Mail;

/// <summary>Configuration section <c>Mail</c>.</summary>
public sealed class MailSettings
{
    public const string Section = "Mail";

    /// <summary>The SMTP server. Without it, mail goes to files in development and nowhere in production.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    /// <summary>How the connection is secured; by default TLS is demanded, as <c>STARTTLS</c> or from the start on port 465.</summary>
    public SecureSocketOptions? Security { get; set; }

    public string? Username { get; set; }

    public string? Password { get; set; }

    public string From { get; set; } = "MyBudget <no-reply@localhost>";

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);
}
