using MediatR;
using MyBudget.Infrastructure.Hosting;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Messaging;

namespace MyBudget.Features.Identity.ForgotPassword;

internal sealed record ForgotPassword(string? Email, Caller Caller) : ICommand<Unit>;

internal sealed class ForgotPasswordHandler(Attempts attempts, BackgroundWork background) : IRequestHandler<ForgotPassword, Unit>
{
    public async Task<Unit> Handle(ForgotPassword command, CancellationToken cancellationToken)
    {
        var email = EmailAddress.Normalize(command.Email!);
        await attempts.CountAsync(AttemptKind.Mail, email, command.Caller.Network, cancellationToken);
        background.Enqueue<IdentityMails>((mails, stop) => mails.SendPasswordResetAsync(email, stop));
        return Unit.Value;
    }
}
