namespace MyBudget.Infrastructure.Outbox.Mail;

/// <summary>Takes a mail to where it is read.</summary>
public interface IMailTransport
{
    Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}

/// <param name="To">One address, without a name.</param>
/// <param name="Text">The body, plain text.</param>
/// <param name="Language">Two letters.</param>
public sealed record OutgoingMail(string To, string Subject, string Text, string Language);
