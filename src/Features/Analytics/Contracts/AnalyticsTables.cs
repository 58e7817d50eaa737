namespace MyBudget.Features.Analytics.Contracts;

/// <summary>Where it is remembered who has imported a file.</summary>
public static class AnalyticsTables
{
    public const string FirstImports = "first_imports";
}
