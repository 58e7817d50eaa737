using Microsoft.Extensions.Options;
using MyBudget.Infrastructure.Outbox;

namespace MyBudget.Features.Notifications.Push;

internal sealed class PushChannel
{
    public const string ChannelName = "push";
}
