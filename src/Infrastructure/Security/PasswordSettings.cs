namespace MyBudget.Infrastructure.Security;

/// <summary>Configuration section <c>Passwords</c>.</summary>
public sealed class PasswordSettings
{
    public const string Section = "Passwords";

    /// <summary>Less is for tests alone.</summary>
    public const int LeastInProduction = 10;

    /// <summary>
    /// The cost of BCrypt, 4 to 31, in production at least <see cref="LeastInProduction"/>: each step doubles it. Raising it rehashes each
    /// password at its next sign-in.
    /// </summary>
    public int WorkFactor { get; set; } = 12;

    /// <summary>
    /// A service that knows passwords from leaks by the beginnings of their hashes, such as <c>https://api.pwnedpasswords.com/range</c>; none by
    /// default.
    /// </summary>
    public string? BreachService { get; set; }
}
