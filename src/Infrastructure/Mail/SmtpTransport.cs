using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace MyBudget.Infrastructure.Mail;

/// <summary>Hands mail to the configured server, trying again when it is briefly out of reach.</summary>
internal sealed partial class SmtpTransport(
    IOptions<MailSettings> settings, MailFormat format, TimeProvider time, ILogger<SmtpTransport> logger) : IMailTransport
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10)];

    private readonly MailSettings _settings = settings.Value;

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await DeliverAsync(mail, cancellationToken);
                return;
            }
            catch (Exception failure) when (attempt < Waits.Length && IsPassing(failure))
            {
                LogRetry(failure.GetType().Name, attempt + 1);
                await Task.Delay(Waits[attempt], time, cancellationToken);
            }
        }
    }

    private async Task DeliverAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient { Timeout = (int)_settings.Timeout.TotalMilliseconds };
        await client.ConnectAsync(_settings.Host!, _settings.Port, Security, cancellationToken);
        if (_settings.Username is { Length: > 0 } username)
            await client.AuthenticateAsync(username, _settings.Password ?? string.Empty, cancellationToken);
        using var message = format.Of(mail);
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    private SecureSocketOptions Security =>
        _settings.Security ?? (_settings.Port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls);

    /// <summary>A server that says 4xx, or nothing, may say yes later; 5xx is its last word.</summary>
    private static bool IsPassing(Exception failure) => failure switch
    {
        SmtpCommandException refused => (int)refused.StatusCode is >= 400 and < 500,
        SmtpProtocolException or IOException or System.Net.Sockets.SocketException or TimeoutException => true,
        _ => false,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail was not accepted ({Reason}); attempt {Attempt}, trying again")]
    private partial void LogRetry(string reason, int attempt);
}
