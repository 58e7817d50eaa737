namespace MyBudget.Infrastructure.UseCases;

/// <summary>A message that only reads.</summary>
public interface IQuery<out TResult> : IRequest<TResult>;
