using System.Diagnostics;

namespace MyBudget.Infrastructure.UseCases;

/// <summary>One span per message. Only the message's type is recorded: its content is the user's.</summary>
internal sealed class TracingBehavior<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private static readonly ActivitySource Source = new("MyBudget");

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        using var activity = Source.StartActivity(typeof(TRequest).Name);
        return await next();
    }
}
