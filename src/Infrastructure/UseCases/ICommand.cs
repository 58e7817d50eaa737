namespace MyBudget.Infrastructure.UseCases;

/// <summary>Marks a message that changes something, whatever it answers.</summary>
public interface ICommand;

/// <summary>A message that changes something; it is validated before its handler sees it.</summary>
public interface ICommand<out TResult> : IRequest<TResult>, ICommand;
