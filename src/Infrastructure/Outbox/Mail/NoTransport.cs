namespace MyBudget.Infrastructure.Outbox.Mail;

/// <summary>Stands in where no mail server is configured: codes cannot be delivered, and the operator is told so.</summary>
internal sealed partial class NoTransport(ILogger<NoTransport> logger) : IMailTransport
{
    public Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        LogDiscarded();
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail was discarded: Mail:Host is not configured")]
    private partial void LogDiscarded();
}
