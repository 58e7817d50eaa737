namespace MyBudget.Features.Identity.ListFactors;

internal sealed record ListFactors(Guid UserId) : IQuery<Factors>;

/// <param name="Items">In the order in which they were added; none where a password is enough.</param>
/// <param name="RecoveryCodesLeft">Of ten.</param>
internal sealed record Factors(IReadOnlyList<Factor> Items, long RecoveryCodesLeft);

/// <param name="Id">To remove it.</param>
/// <param name="Name">What its user calls it.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="LastUsedAt">When its last code was accepted, UTC.</param>
internal sealed record Factor(Guid Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);

internal sealed class ListFactorsHandler(SecondFactors factors, RecoveryCodes recovery) : IRequestHandler<ListFactors, Factors>
{
    public async Task<Factors> Handle(ListFactors request, CancellationToken cancellationToken)
    {
        var known = await factors.ListAsync(request.UserId, cancellationToken);
        return new Factors(
            [.. known.Select(factor => new Factor(factor.Id, factor.Name, factor.CreatedAt, factor.LastUsedAt))],
            await recovery.LeftAsync(request.UserId, cancellationToken));
    }
}
