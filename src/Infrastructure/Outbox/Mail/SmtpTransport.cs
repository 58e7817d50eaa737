using MailKit.Net.Smtp;
using MailKit.Security;

namespace MyBudget.Infrastructure.Outbox.Mail;

/// <summary>Hands mail to the configured server, in one try.</summary>
internal sealed class SmtpTransport(IOptions<MailSettings> settings, MailFormat format) : IMailTransport
{
    private readonly MailSettings _settings = settings.Value;

    /// <exception cref="TimeoutException">The server took longer than it may.</exception>
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        // All of it: a server that dawdles with every answer is not waited for any longer than one that gives none.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_settings.Timeout);
        try
        {
            await TalkAsync(mail, limit.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("The mail server took too long.", late);
        }
    }

    private async Task TalkAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(_settings.Host!, _settings.Port, Security, cancellationToken);
        if (_settings.Username is { Length: > 0 } username)
            await client.AuthenticateAsync(username, _settings.Password ?? string.Empty, cancellationToken);
        using var message = format.Of(mail);
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    private SecureSocketOptions Security =>
        _settings.Security ?? (_settings.Port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls);
}
