using MediatR;
using MyBudget.Infrastructure.Hosting;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Messaging;

namespace MyBudget.Features.Identity.ResendVerification;

internal sealed record ResendVerification(Guid UserId, Caller Caller) : ICommand<Unit>;

internal sealed class ResendVerificationHandler(Attempts attempts, BackgroundWork background) : IRequestHandler<ResendVerification, Unit>
{
    public async Task<Unit> Handle(ResendVerification command, CancellationToken cancellationToken)
    {
        await attempts.CountAsync(AttemptKind.Mail, command.UserId.ToString("D"), command.Caller.Network, cancellationToken);
        background.Enqueue<IdentityMails>((mails, stop) => mails.SendVerificationAsync(command.UserId, stop));
        return Unit.Value;
    }
}
