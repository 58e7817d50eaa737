namespace MyBudget.IntegrationTests.Features.Identity;

internal static class Addresses
{
    /// <summary>One that no other test comes from.</summary>
    public static (string, string) New()
    {
        var bytes = Guid.CreateVersion7().ToByteArray();
        return IdentityApp.From($"10.{bytes[^1]}.{bytes[^2]}.{bytes[^3]}");
    }
}
