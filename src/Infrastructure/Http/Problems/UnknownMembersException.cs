namespace MyBudget.Infrastructure.Http.Problems;

/// <summary>A body has members that nobody can write: all of them, so that a client which sends back what it read learns of them at once.</summary>
/// <param name="paths">Such as <c>version</c> or <c>transfer.name</c>.</param>
internal sealed class UnknownMembersException(IReadOnlyList<string> paths) : JsonException($"Unknown members: {string.Join(", ", paths)}.")
{
    public IReadOnlyList<string> Paths => paths;
}
