using MyBudget.BankFiles;

namespace MyBudget.Features.Imports.ImportFile;

/// <summary>The file of one request, read once it is known which account it is for: the account's currency and kind tell how.</summary>
internal sealed class FileOfImport(ImportFile command)
{
    private BankFile? _file;

    /// <summary>Of the file as a whole: contradicted where one statement is, proved where all are.</summary>
    public string BalanceCheck
    {
        get
        {
            var checks = _file!.Statements.Where(statement => statement.Entries.Count > 0).Select(statement => statement.BalanceCheck)
                .ToHashSet();
            return checks.Contains(BankFiles.BalanceCheck.Contradicted)
                ? "contradicted"
                : checks is { Count: 1 } && checks.Contains(BankFiles.BalanceCheck.Proved) ? "proved" : "none";
        }
    }

    /// <summary>What of the file is kept with the import.</summary>
    public ImportedFile Kept(string fingerprint, RememberedLayouts layouts) => new(
        command.File!.ShownName, _file!.Format.Name, fingerprint, BalanceCheck,
        _file.Signs is { } signs
            ? JsonNamingPolicy.CamelCase.ConvertName(signs.ToString())
            : null, layouts.Told(_file.Settled));

    /// <exception cref="RuleViolation">The file cannot be read, or contradicts itself and nobody said that it may.</exception>
    public BankFile Read(LedgerFacts facts, RememberedLayouts layouts)
    {
        _file ??= Parse(facts, layouts);
        if (command is { Preview: false, AcceptContradiction: false } && BalanceCheck == "contradicted")
        {
            throw new RuleViolation(
                "imports.balance-contradicted",
                "The balances in the file do not follow from its entries: a column or a sign may be misread, or rows may be missing. See the "
                + "preview, correct the mapping, or say `acceptContradiction`.",
                new Dictionary<string, object?> { ["lines"] = Contradictions });
        }

        return _file;
    }

    public ImportReport Preview(ImportReport report) => report with
    {
        Id = null,
        Layout = _file!.Layout,
        Contradictions = BalanceCheck == "contradicted" ? Contradictions : null,
    };

    private List<int> Contradictions => [.. _file!.Statements.SelectMany(statement => statement.Contradictions).Order().Take(10)];

    private BankFile Parse(LedgerFacts facts, RememberedLayouts layouts)
    {
        try
        {
            var file = BankFileReader.Read(command.File!.Content, command.File.Name, Options(facts, layouts));
            command.File.Release();
            return file;
        }
        catch (BankFileException unreadable)
        {
            throw new RuleViolation($"imports.{unreadable.Code}", unreadable.Message, Arguments(unreadable));
        }
    }

    private static Dictionary<string, object?> Arguments(BankFileException unreadable)
    {
        var arguments = new Dictionary<string, object?>();
        if (unreadable.Candidates.Count > 0) arguments.Add("candidates", unreadable.Candidates);
        // The translation of what is unknown names it too.
        if ((unreadable.Detail ?? (unreadable.Code is "unknown-format" ? "?" : null)) is { } found) arguments.Add("found", found);
        return arguments;
    }

    private BankFileOptions Options(LedgerFacts facts, RememberedLayouts layouts)
    {
        var options = BankFileOptions.Default with { Csv = command.Mapping, Settled = layouts.For(Accounts()) };
        return Account() is { } id && facts.Accounts.TryGetValue(id, out var account)
            ? options with
            {
                Currency = account.Currency.Code,
                CurrencyDigits = account.Currency.MinorUnits,
                IsDebt = account.Type is AccountType.CreditCard or AccountType.Loan,
            }
            : options;
    }

    private List<Guid> Accounts() =>
        command.AccountId is { } only ? [only] : [.. (command.Accounts ?? []).Select(choice => choice.AccountId).OfType<Guid>().Distinct()];

    /// <summary>Of several accounts none says how the file is to be read.</summary>
    private Guid? Account() => command.AccountId ?? (command.Accounts is [{ AccountId: { } only }] ? only : null);
}
