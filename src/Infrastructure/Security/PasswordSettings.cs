namespace MyBudget.Infrastructure.Security;

/// <summary>Configuration section <c>Passwords</c>.</summary>
public sealed class PasswordSettings
{
    public const string Section = "Passwords";

    /// <summary>The cost of BCrypt, 4 to 31: each step doubles it. Raising it rehashes each password at its next sign-in.</summary>
    public int WorkFactor { get; set; } = 12;
}
