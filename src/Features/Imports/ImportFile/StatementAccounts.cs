using MyBudget.BankFiles;

namespace MyBudget.Features.Imports.ImportFile;

/// <summary>Where the entries of each statement go.</summary>
/// <param name="Of">For each statement its account and that one's index in use; null where the statement is left out.</param>
internal sealed record StatementAccounts(IReadOnlyList<ImportedAccount> Used, IReadOnlyList<(int Index, AccountFacts Account)?> Of)
{
    private const int Remembered = 200;

    public static async Task<StatementAccounts> ResolveAsync(
        IReadOnlyList<BankStatement> statements, ImportFile command, LedgerFacts facts, IQuerySession session, CancellationToken cancellationToken)
    {
        var chosen = Chosen(statements, command);
        if (statements.Any(statement => statement.BankAccount is not null && !chosen.ContainsKey(Key(statement.BankAccount))))
        {
            foreach (var known in await RememberedAsync(session, cancellationToken))
            {
                if (facts.Accounts.TryGetValue(known.AccountId, out var account) && !account.Closed)
                    chosen.TryAdd(Key(known.BankAccount), known.AccountId);
            }
        }

        return Assign(statements, chosen, facts);
    }

    private static StatementAccounts Assign(IReadOnlyList<BankStatement> statements, Dictionary<string, Guid?> chosen, LedgerFacts facts)
    {
        if (statements.Any(statement => !chosen.ContainsKey(Key(statement.BankAccount)))) throw AccountsNeeded(statements);

        var used = new List<ImportedAccount>();
        var of = new List<(int, AccountFacts)?>();
        foreach (var bankAccount in statements.Select(statement => statement.BankAccount))
        {
            if (chosen[Key(bankAccount)] is not { } id)
            {
                of.Add(null);
                continue;
            }

            var account = facts.EnsureOpenAccount(id);
            var use = new ImportedAccount(bankAccount, id);
            if (!used.Contains(use)) used.Add(use);
            of.Add((used.IndexOf(use), account));
        }

        return new StatementAccounts(used, of);
    }

    /// <summary>What the request says; an account on its own is enough where the file has only one.</summary>
    private static Dictionary<string, Guid?> Chosen(IReadOnlyList<BankStatement> statements, ImportFile command)
    {
        var chosen = (command.Accounts ?? []).ToDictionary(choice => Key(choice.BankAccount), choice => choice.AccountId, StringComparer.Ordinal);
        if (command.AccountId is { } only && statements.Select(statement => Key(statement.BankAccount)).Distinct(StringComparer.Ordinal).Count() == 1)
            chosen.TryAdd(Key(statements[0].BankAccount), only);
        return chosen;
    }

    /// <summary>What earlier imports did with the same bank accounts, the latest first.</summary>
    private static async Task<IEnumerable<ImportedAccount>> RememberedAsync(IQuerySession session, CancellationToken cancellationToken)
    {
        var imports = await session.Query<Import>().Where(import => import.UndoneAt == null)
            .OrderByDescending(import => import.CreatedAt).Take(Remembered).ToListAsync(cancellationToken);
        return imports.SelectMany(import => import.Accounts).Where(account => account.BankAccount is not null);
    }

    private static string Key(string? bankAccount) => bankAccount ?? string.Empty;

    private static RuleViolation AccountsNeeded(IReadOnlyList<BankStatement> statements)
    {
        var found = statements.GroupBy(statement => Key(statement.BankAccount), StringComparer.Ordinal).Select(group => new BankAccountFound(
            group.First().BankAccount, group.First().AccountKind, group.First().Currency, group.Sum(statement => statement.Entries.Count)));
        return new RuleViolation(
            "imports.accounts-needed", "Say which account the entries of each bank account go into.",
            new Dictionary<string, object?> { ["accounts"] = found.ToList() });
    }
}

/// <param name="BankAccount">The number as the file writes it; null where it tells none.</param>
/// <param name="Kind">checking, savings, creditCard ... where the file tells.</param>
/// <param name="Currency">ISO 4217, where the file tells.</param>
internal sealed record BankAccountFound(string? BankAccount, string? Kind, string? Currency, int Entries);
