namespace MyBudget.BankFiles.Camt;

/// <summary>Checks statements against their balances, else against the summary of their entries.</summary>
internal static class CamtBalances
{
    public static List<BankStatement> Check(List<CamtStatement> statements)
    {
        var chains = new Dictionary<string, BalanceChain>(StringComparer.Ordinal);
        var links = statements.ConvertAll(statement =>
        {
            var account = statement.Account ?? "";
            if (!chains.TryGetValue(account, out var chain)) chains.Add(account, chain = new BalanceChain());
            return chain.Add(statement.BalanceOf("OPBD", "PRCD")?.Amount, statement.Totals.Moved, statement.BalanceOf("CLBD")?.Amount);
        });
        return [.. statements.Zip(links, (statement, link) => statement.ToStatement(
            link.Check is BalanceCheck.None && statement is { Summary: { } summary, IsPage: false }
                ? statement.Totals.Against(summary)
                : link.Check))];
    }
}
