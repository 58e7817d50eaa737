using MyBudget.BankFiles;
using MyBudget.Domain;
using MyBudget.Features.Accounts.Contracts;
using MyBudget.Features.Imports.ImportFile;
using MyBudget.Features.Transactions.Contracts;

namespace MyBudget.Tests.Features.Imports;

/// <summary>Rows of a file for one account in euros.</summary>
internal static class DraftRows
{
    public static DraftRow Of(Guid account, int number, DateOnly date, long amount, string? payee, string? bankId, bool? isPending = null, (Guid Id, string Name)? to = null)
    {
        var facts = new AccountFacts(account, "Bank", Currency.Of("EUR"), OpeningBalance: 0, OnBudget: true, Closed: false);
        var entries = new BankEntries();
        entries.Add(new BankEntry(number + 1, date, amount / 100m, payee, Memo: null, bankId, Currency: null, CheckNumber: null, CategoryHint: null, Pending: isPending)
        {
            TransferAccount = to?.Name,
        });
        AccountFacts[] others = to is { } other ? [facts with { Id = other.Id, Name = other.Name }] : [];
        var rows = new ToldRows(entries, new StatementTarget(0, facts, InAccountCurrency: true), new StatementEntry(LedgerFacts.Of([facts, .. others], [])));
        return new DraftRow(number, number + 1) { Account = 0, Told = (rows, 0), Date = date, Amount = amount };
    }
}
