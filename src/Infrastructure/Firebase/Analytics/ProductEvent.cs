namespace MyBudget.Infrastructure.Firebase.Analytics;

/// <summary>Something that was done with the product, by whom is nobody's business.</summary>
/// <param name="Name">At most 40 letters, digits and underscores, beginning with a letter.</param>
/// <param name="Parameters">At most 20, named like events, of at most 100 characters each: never anything that a person wrote.</param>
public sealed record ProductEvent(string Name, DateTimeOffset At, IReadOnlyDictionary<string, string> Parameters);
