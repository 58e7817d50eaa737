namespace MyBudget.Infrastructure.Http.Problems;

/// <summary>The role does not suffice for what is asked of this resource: 403, where the route's policy alone cannot tell.</summary>
public sealed class RoleTooWeakException() : Exception("Your role does not allow this.");
