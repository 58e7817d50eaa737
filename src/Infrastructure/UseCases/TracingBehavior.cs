using System.Diagnostics;

namespace MyBudget.Infrastructure.UseCases;

/// <summary>One span per message. Only the message's type is recorded: its content is the user's.</summary>
internal sealed class TracingBehavior<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private static readonly ActivitySource Source = new("MyBudget");

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        Source.HasListeners() ? TraceAsync(next) : next();

    private static async Task<TResponse> TraceAsync(RequestHandlerDelegate<TResponse> next)
    {
        using var activity = Source.StartActivity(typeof(TRequest).Name);
        return await next();
    }
}
