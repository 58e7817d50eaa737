namespace MyBudget.Infrastructure.Operations.Retention;

/// <summary>What is not kept for ever. A feature, or a room of Infrastructure, registers one for each of its own.</summary>
/// <param name="Name">Its key in <c>Retention:Keep</c>, and its label in metrics.</param>
/// <param name="Table">Where the rows are.</param>
/// <param name="Condition">SQL; true of a row that is done with. <c>$1</c> is <paramref name="Keep"/> ago.</param>
/// <param name="Keep">How long rows are kept, unless the operator says otherwise.</param>
/// <param name="IsFixed">The operator has no say: something else would break.</param>
/// <param name="Empties">SQL assignments that leave the row but not what is in it; otherwise it is deleted.</param>
public sealed record RetentionRule(string Name, string Table, string Condition, TimeSpan Keep, bool IsFixed = false, string? Empties = null)
{
    /// <summary>Where the time is that of another setting.</summary>
    public Func<IServiceProvider, TimeSpan>? KeepAs { get; init; }

    /// <summary>Where more than these rows has to go with them: erases whatever is due by then, and answers with how much that was.</summary>
    public Func<IServiceProvider, DateTimeOffset, CancellationToken, Task<int>>? EraseAs { get; init; }

    internal bool IsCalled(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>A part at a time, so that no statement takes long. Rows that somebody works on are left to the next round.</summary>
    internal string Sql =>
        $"{(Empties is null ? $"delete from {Table}" : $"update {Table} set {Empties}")} "
        + $"where ctid = any(array(select ctid from {Table} where {Condition} limit {RetentionJob.AtOnce} for update skip locked))";
}
