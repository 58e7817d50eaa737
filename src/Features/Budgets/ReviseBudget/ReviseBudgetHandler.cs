namespace MyBudget.Features.Budgets.ReviseBudget;

internal sealed record ReviseBudget(Guid Id, MergePatch Patch, IfMatch IfMatch) : ICommand<JsonText?>;

internal sealed class ReviseBudgetHandler(LedgerWriter ledger, IDocumentSession session, IValidator<BudgetInput> validator)
    : IRequestHandler<ReviseBudget, JsonText?>
{
    public async Task<JsonText?> Handle(ReviseBudget command, CancellationToken cancellationToken)
    {
        await ledger.WriteAsync(async write =>
        {
            if (await write.FindAsync<Budget>(command.Id) is not { } budget) return null;
            command.IfMatch.Ensure(budget.Version);

            var input = command.Patch.ApplyTo<BudgetInput>(budget);
            await validator.ValidateAndThrowAsync(input, cancellationToken);
            var (others, facts) = (await write.AllAsync<Budget>(), await NameableFacts.InAsync(write));
            return Decide(budget, others, facts, input.ToDetails(), input.EffectiveOn, write.By, write.Now) is { } revised
                ? write.Append(budget, revised)
                : budget;
        }, cancellationToken);
        return await BudgetRows.FindAsync(session, command.Id, cancellationToken);
    }

    /// <summary>Null when nothing changes.</summary>
    internal static BudgetRevised? Decide(
        Budget budget, IReadOnlyList<Budget> others, NameableFacts facts, BudgetDetails details, DateOnly? effectiveOn, Guid by, DateTimeOffset now)
    {
        var was = budget.ToDetails();
        if (details.Currency != was.Currency)
            throw new RuleViolation("budgets.currency-fixed", "The currency of a budget cannot change: its amounts so far are in it.");
        DateOnly? amountFrom = details.Amount != was.Amount || effectiveOn is not null
            ? BudgetMath.AmountAppliesFrom(
                new PeriodSchedule(details.Period, details.StartsOn, details.EndsOn), effectiveOn ?? DateOnly.FromDateTime(now.UtcDateTime))
            : null;
        if (amountFrom is { } from && budget.AmountsWith(from, details.Amount).SequenceEqual(budget.Amounts)) amountFrom = null;
        if (details == was && amountFrom is null) return null;

        BudgetRules.EnsureNameIsFree(others, except: budget.Id, details.Name);
        BudgetRules.EnsureNamedExist(details, was, facts);
        return new BudgetRevised(was, details, amountFrom, by, now);
    }
}
