namespace MyBudget.Features.Transactions.Contracts;

/// <summary>A picture or a PDF that belongs to a transaction. What is in it is stored apart, and never changes.</summary>
/// <param name="Id">A UUID that the client chose.</param>
/// <param name="Name">Of the file, for people.</param>
/// <param name="Type">image/jpeg, image/png, image/webp or application/pdf.</param>
/// <param name="Size">In bytes.</param>
/// <param name="AddedAt">UTC.</param>
public sealed record Receipt(Guid Id, string Name, string Type, int Size, DateTimeOffset AddedAt);
