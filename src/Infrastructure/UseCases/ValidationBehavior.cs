using FluentValidation.Results;

namespace MyBudget.Infrastructure.UseCases;

/// <summary>Runs every validator of a message first; all failures are reported together.</summary>
internal sealed class ValidationBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : IRequest<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var failures = new List<ValidationFailure>();
        // No rule of ours waits for anything: what has to be looked up is the handler's to judge.
        foreach (var validator in validators) failures.AddRange(validator.Validate(request).Errors);
        return failures.Count == 0 ? next() : throw new ValidationException(failures);
    }
}
