namespace MyBudget.Infrastructure.Operations.Retention;

/// <summary>Configuration section <c>Retention</c>.</summary>
public sealed class RetentionSettings
{
    public const string Section = "Retention";

    public TimeSpan Every { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Other times than those the rules bring along, by their names.</summary>
    public IDictionary<string, TimeSpan> Keep { get; } = new Dictionary<string, TimeSpan>(StringComparer.OrdinalIgnoreCase);
}
