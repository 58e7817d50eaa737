using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace MyBudget.Infrastructure.Outbox.Mail;

/// <summary>What a mail server's answer means for a mail in the outbox (reply codes: RFC 5321, section 4.2.1).</summary>
public static class MailDelivery
{
    private static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(5);

    public static async Task<Delivery> DeliverAsync(this IMailTransport transport, OutgoingMail mail, CancellationToken cancellationToken)
    {
        try
        {
            await transport.SendAsync(mail, cancellationToken);
            return new Delivery.Done();
        }
        catch (Exception failure) when (failure is AuthenticationException
            or ServiceNotAuthenticatedException or SslHandshakeException or NotSupportedException)
        {
            return new Delivery.Hold($"the mail server's settings: {failure.GetType().Name}", UntilMended);
        }
        catch (SmtpCommandException refused)
        {
            var reason = $"the mail server answered {(int)refused.StatusCode}";
            return (int)refused.StatusCode < 500 ? new Delivery.Retry(reason) : new Delivery.Park(reason);
        }
        catch (Exception failure) when (failure is SmtpProtocolException or IOException or System.Net.Sockets.SocketException or TimeoutException)
        {
            return new Delivery.Retry(failure.GetType().Name);
        }
    }
}
