namespace MyBudget.Features.Budgets.ReviseBudget;

internal sealed record ReviseBudget(Guid Id, MergePatch Patch, IfMatch IfMatch) : ICommand<JsonText?>;

internal sealed class ReviseBudgetHandler(LedgerWriter ledger, BudgetRows rows, IDocumentSession session, IValidator<BudgetInput> validator)
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
            return Decide(budget, others, facts, input.ToDetails(), await AskedAsync(command.Patch, input, write), write.By, write.Now) is { } revised
                ? write.Append(budget, revised)
                : budget;
        }, cancellationToken);
        return await rows.FindAsync(session, command.Id, cancellationToken) is { } revised ? BudgetView.Show(revised) : null;
    }

    /// <summary>Null when nothing changes.</summary>
    /// <param name="asked">Null where the amount was not said.</param>
    internal static BudgetRevised? Decide(
        Budget budget, IReadOnlyList<Budget> others, NameableFacts facts, BudgetDetails details, AmountChange? asked, Guid by, DateTimeOffset now)
    {
        var was = budget.ToDetails();
        if (details.Currency != was.Currency)
            throw new RuleViolation("budgets.currency-fixed", "The currency of a budget cannot change: its amounts so far are in it.");
        var change = asked is null || asked.LeavesAsItIs(budget, details) ? null : asked;
        if (change is null) details = details with { Amount = was.Amount };
        if (details == was && change is null) return null;

        BudgetRules.EnsureNameIsFree(others, except: budget.Id, details.Name);
        BudgetRules.EnsureNamedExist(details, was, facts);
        return new BudgetRevised(was, details, change?.FromIn(details), by, now, change?.Reach);
    }

    private static async Task<AmountChange?> AskedAsync(MergePatch patch, BudgetInput input, LedgerWrite write)
    {
        if (!patch.Document.ContainsKey("amount")) return null;
        var on = input.EffectiveOn ?? UserProfile.DayOf(
            await write.Session.LoadAsync<UserProfile>(write.By, write.Cancellation), write.Now);
        return new AmountChange(on, input.OnlyPeriod is true ? AmountReach.OnlyPeriod : AmountReach.FromThenOn);
    }
}

/// <summary>The amount is to change for the period with a day, and perhaps for those after it.</summary>
internal sealed record AmountChange(DateOnly On, AmountReach Reach)
{
    public DateOnly FromIn(BudgetDetails details) => details.ToSchedule().PeriodDecidedOn(On).Start;

    /// <summary>Compared with what is in force in those periods, whatever was decided last.</summary>
    public bool LeavesAsItIs(Budget budget, BudgetDetails details)
    {
        var period = details.ToSchedule().PeriodDecidedOn(On);
        var then = Reach is AmountReach.OnlyPeriod ? budget.Amounts.OnlyIn(period, details.Amount) : budget.Amounts.FromThenOn(period, details.Amount);
        return then.SequenceEqual(budget.Amounts);
    }
}
