using MyBudget.Features.Transactions;
using MyBudget.Features.Transactions.Contracts;
using MyBudget.Features.Transactions.ReconcileAccount;
using MyBudget.Features.Transactions.UndoReconciliation;

namespace MyBudget.Tests.Features.Transactions;

public sealed class ReconciliationTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly January = new(2026, 1, 31);
    private static readonly (Guid Account, Guid By, Guid Entry) Ids = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());

    private static readonly AccountReconciled Made = new(Ids.Account, January, -500, 3, [Ids.Entry], Ids.By, Now);

    private static readonly Transaction Cleared = Transaction.Fold(null, Ids.Entry, new TransactionRecorded(
        new Entry { AccountId = Ids.Account, Date = January, Amount = -500, Splits = [], Tags = [], Status = EntryStatus.Cleared }, Source: null, Ids.By, Now))!;

    private static readonly Transaction Reconciled = Transaction.Fold(Cleared, Ids.Entry, ReconcileAccountHandler.Decide(Cleared, Ids.Account, January, Ids.By, Now))!;

    [Fact]
    public void undoing_gives_the_entry_that_was()
    {
        UndoReconciliationHandler.WhyLeft(Reconciled, Made).ShouldBeNull();

        var undone = Transaction.Fold(Reconciled, Ids.Entry, UndoReconciliationHandler.Decide(Reconciled, Made, Ids.By, Now))!;

        (undone with { Version = Cleared.Version }).ShouldBe(Cleared);
    }

    [Fact]
    public void what_was_changed_since_is_left()
    {
        UndoReconciliationHandler.WhyLeft(Cleared, Made).ShouldBe(LeftReason.Unlocked);
        UndoReconciliationHandler.WhyLeft(Reconciled with { DeletedAt = Now }, Made).ShouldBe(LeftReason.Deleted);
        UndoReconciliationHandler.WhyLeft(Reconciled with { ReconciledOn = null }, Made).ShouldBe(LeftReason.ReconciledOtherwise);
        UndoReconciliationHandler.WhyLeft(Reconciled, Made with { On = January.AddDays(-31) }).ShouldBe(LeftReason.ReconciledOtherwise);
    }

    [Fact]
    public void the_same_statement_is_recorded_once_unless_it_settles_more()
    {
        var last = AccountReconciliation.Fold(null, Guid.CreateVersion7(), Made);

        Record(last, -500, January).ShouldBeNull();
        Record(last, -500, January, Cleared).ShouldNotBeNull().ShouldSatisfyAllConditions(made => made.Number.ShouldBe(4), made => made.EntryIds.ShouldBe([Ids.Entry]));
        Record(last, -500, January.AddDays(28)).ShouldNotBeNull().Balance.ShouldBe(-500);
        Record(last: null, 0, January).ShouldNotBeNull().Number.ShouldBe(1);
    }

    private static AccountReconciled? Record(AccountReconciliation? last, long balance, DateOnly on, params IReadOnlyList<Transaction> cleared) =>
        ReconcileAccountHandler.DecideToRecord(last, Ids.Account, new AccountStatement(balance, 0, cleared), on, Ids.By, Now);
}
