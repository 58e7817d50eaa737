using MyBudget.BankFiles;

namespace MyBudget.Features.Imports.ImportFile;

/// <summary>Where the entries of each statement go.</summary>
/// <param name="Of">For each statement; null where it is left out.</param>
internal sealed record StatementAccounts(IReadOnlyList<ImportedAccount> Used, IReadOnlyList<StatementTarget?> Of)
{
    private const int Remembered = 200;

    public static async Task<StatementAccounts> ResolveAsync(
        IReadOnlyList<BankStatement> statements, ImportFile command, LedgerFacts facts, IQuerySession session, CancellationToken cancellationToken)
    {
        List<BankAccountName> named = [.. WithEntries(statements).Select(BankAccountName.Of).Distinct()];
        var chosen = Chosen(named, command);
        if (named.Exists(name => name.Number is not null && !chosen.ContainsKey(name)))
        {
            foreach (var known in await RememberedAsync(session, cancellationToken))
            {
                if (facts.Accounts.TryGetValue(known.AccountId, out var account) && !account.Closed)
                    Choose(chosen, new AccountChoice(known.BankAccount, known.AccountId, known.Bank, known.Kind), named);
            }
        }

        return Assign(statements, chosen, facts);
    }

    /// <summary>What the report says of each account.</summary>
    /// <param name="distrusted">Those whose bank's ids do not tell entries apart.</param>
    public IReadOnlyList<ImportedAccount> Tell(IReadOnlyList<DraftRow> drafts, LedgerFacts facts, IReadOnlySet<Guid> distrusted) =>
    [
        .. Used.Select((use, index) => use with
        {
            IdsDistrusted = distrusted.Contains(use.AccountId),
            BeforeOpening = drafts.Count(
                draft => draft.IsImported && draft.Account == index && draft.Date < facts.Account(use.AccountId).OpenedOn),
        }),
    ];

    private static StatementAccounts Assign(
        IReadOnlyList<BankStatement> statements, Dictionary<BankAccountName, AccountChoice> chosen, LedgerFacts facts)
    {
        if (WithEntries(statements).Any(statement => !chosen.ContainsKey(BankAccountName.Of(statement)))) throw AccountsNeeded(statements);

        var used = new List<ImportedAccount>();
        var of = new List<StatementTarget?>();
        foreach (var name in statements.Select(BankAccountName.Of))
        {
            if (chosen.GetValueOrDefault(name) is not { AccountId: { } id } choice)
            {
                of.Add(null);
                continue;
            }

            var account = facts.EnsureOpenAccount(id);
            var use = new ImportedAccount(name.Number, id, name.Bank, name.Kind);
            if (!used.Contains(use)) used.Add(use);
            of.Add(new StatementTarget(used.IndexOf(use), account, choice.InAccountCurrency));
        }

        return new StatementAccounts(used, of);
    }

    /// <summary>Those that have none need no account, unless all are such.</summary>
    private static IReadOnlyList<BankStatement> WithEntries(IReadOnlyList<BankStatement> statements)
    {
        List<BankStatement> with = [.. statements.Where(statement => statement.Entries.Count > 0)];
        return with.Count > 0 ? with : statements;
    }

    /// <summary>What the request says, the most exact first; an account on its own is enough where the file has only one.</summary>
    private static Dictionary<BankAccountName, AccountChoice> Chosen(List<BankAccountName> named, ImportFile command)
    {
        var chosen = new Dictionary<BankAccountName, AccountChoice>();
        foreach (var choice in (command.Accounts ?? []).OrderBy(choice => (choice.Bank is null ? 1 : 0) + (choice.Kind is null ? 1 : 0)))
            Choose(chosen, choice, named.FindAll(name => !chosen.ContainsKey(name)));
        if (command.AccountId is { } only && named is [var name]) chosen.TryAdd(name, new AccountChoice(name.Number, only));
        return chosen;
    }

    /// <summary>What may mean several accounts means none.</summary>
    private static void Choose(Dictionary<BankAccountName, AccountChoice> chosen, AccountChoice choice, List<BankAccountName> among)
    {
        if (among.FindAll(name => name.IsMeantBy(choice)) is [var name]) chosen.TryAdd(name, choice);
    }

    /// <summary>What earlier imports did with the same bank accounts, the latest first.</summary>
    private static async Task<IEnumerable<ImportedAccount>> RememberedAsync(IQuerySession session, CancellationToken cancellationToken)
    {
        var imports = await session.Query<Import>().Where(import => import.UndoneAt == null)
            .OrderByDescending(import => import.CreatedAt).Take(Remembered).ToListAsync(cancellationToken);
        return imports.SelectMany(import => import.Accounts).Where(account => account.BankAccount is not null);
    }

    private static RuleViolation AccountsNeeded(IReadOnlyList<BankStatement> statements)
    {
        var found = statements.GroupBy(BankAccountName.Of).Select(group => new BankAccountFound(
            group.First().BankAccount, group.Key.Bank, group.Key.Kind, group.First().Currency, group.Sum(statement => statement.Entries.Count)));
        return new RuleViolation(
            "imports.accounts-needed", "Say which account the entries of each bank account go into.",
            new Dictionary<string, object?> { ["accounts"] = found.ToList() });
    }
}

/// <param name="Index">Into the accounts in use.</param>
/// <param name="InAccountCurrency">Whatever currency the statement names.</param>
internal sealed record StatementTarget(int Index, AccountFacts Account, bool InAccountCurrency);

/// <summary>Which account of which bank: by OFX all three make it one (OFX 2.2 specification, section 11.3.1).</summary>
internal readonly record struct BankAccountName(string? Number, string? Bank, string? Kind)
{
    public static BankAccountName Of(BankStatement statement) =>
        new(string.IsNullOrEmpty(statement.BankAccount) ? null : statement.BankAccount, statement.Bank, statement.AccountKind);

    /// <summary>What either of them leaves open may be anything.</summary>
    public bool IsMeantBy(AccountChoice choice) =>
        (Number ?? "") == (choice.BankAccount ?? "")
        && (Bank is null || choice.Bank is null || Bank == choice.Bank) && (Kind is null || choice.Kind is null || Kind == choice.Kind);
}

/// <param name="BankAccount">The number as the file writes it; null where it tells none.</param>
/// <param name="Bank">The bank's code, where the file tells.</param>
/// <param name="Kind">checking, savings, creditCard ... where the file tells.</param>
/// <param name="Currency">ISO 4217, where the file tells.</param>
internal sealed record BankAccountFound(string? BankAccount, string? Bank, string? Kind, string? Currency, int Entries);
