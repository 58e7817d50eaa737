using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

/// <summary>What did not happen, as columns, headings and balances tell.</summary>
public class CsvStateTests
{
    [Theory]
    [InlineData("Statut", "Accepté", "Refusé")]
    [InlineData("Stav platby", "Zaúčtovaná", "Zrušená")]
    [InlineData("ステータス", "完了", "キャンセル")]
    [InlineData("Stanje", "Izvršeno", "Odbijeno")]
    [InlineData("Állapot", "Teljesítve", "Visszautasítva")]
    [InlineData("Status transakcije", "Izvršena", "Stornirana")]
    [InlineData("Estado de la operación", "Hecha", "Denegada")]
    [InlineData("Resultat", "Whatever", "Abgelehnt")]
    public void a_column_that_may_tell_states_is_one(string header, string booked, string declined)
    {
        var statement = Statement($"Date;Text;Amount;{header}\n2026-01-19;A;-12.50;{booked}\n2026-01-20;B;-99.00;{declined}\n2026-01-21;C;1000.00;{booked}\n");

        (statement.Entries.Count, statement.Rejected.ShouldHaveSingleItem().Code).ShouldBe((2, "not-booked"));
    }

    [Theory]
    [InlineData("Warranty", "active", "expired")]
    [InlineData("Warranty status", "active", "expired")]
    [InlineData("Outcome of claim", "paid", "rejected")]
    [InlineData("Subscription", "active", "cancelled")]
    [InlineData("Category", "Completed", "Returned")]
    [InlineData("Order", "Sent", "Returned")]
    public void under_another_name_its_words_are_only_told(string header, string one, string other)
    {
        var file = Read($"Date,Payee,{header},Amount\n2026-01-20,Phone,{one},-12.50\n2026-01-21,TV,{other},-30.00\n2026-01-22,PC,{one},-5.00\n");

        (Amounts(file), file.Layout!.UnknownStates!.ShouldHaveSingleItem()).ShouldBe(("-12.50 -30.00 -5.00", other));
    }

    [Theory]
    [InlineData("Declined transactions")]
    [InlineData("Declined (1)")]
    [InlineData("Cancelled")]
    [InlineData("Cancelled payments")]
    [InlineData("Rejected transactions")]
    [InlineData("Abgelehnte Umsätze")]
    [InlineData("Opérations refusées")]
    [InlineData("Transacciones rechazadas")]
    [InlineData("Operazioni rifiutate")]
    [InlineData("Odrzucone operacje")]
    [InlineData("Отклонённые операции")]
    public void rows_under_a_heading_of_what_did_not_happen_are_not_booked(string heading)
    {
        foreach (var again in new[] { "", "\nDate,Description,Amount" })
        {
            var statement = Statement($"Date,Description,Amount\n2026-01-20,A,-12.50\n2026-01-21,B,-3.00\n\n{heading}{again}\n2026-01-25,C,-7.00\n");

            (statement.Entries.Count, statement.Rejected.Count(line => line.Code == "not-booked")).ShouldBe((2, 1));
        }
    }

    [Theory]
    [InlineData("Opérations à venir")]
    [InlineData("Opérations en attente")]
    [InlineData("Scheduled payments")]
    public void and_under_one_of_what_is_to_come_they_are_pending(string heading) =>
        Statement($"Date,Description,Amount\n2026-01-20,A,-12.50\n{heading}\n2026-01-25,C,-7.00\n").Entries[^1].Pending.ShouldBe(true);

    [Theory]
    [InlineData("Balance Impact", "Debit", "Credit", "Memo")]
    [InlineData("Auswirkung auf Guthaben", "Soll", "Haben", "Memo")]
    [InlineData("Impact sur le solde", "Débit", "Crédit", "Mémo")]
    [InlineData("Effect", "Debit", "Credit", "None")]
    public void what_does_not_move_the_balance_is_not_booked(string header, string ofOut, string ofIn, string memo)
    {
        var file = Read($"Date,Name,Status,Gross,Net,{header}\n20/01/2026,Shop,Completed,-12.50,-12.50,{ofOut}\n"
            + $"20/01/2026,Shop,Completed,-30.00,-30.00,{memo}\n21/01/2026,Bob,Completed,100.00,97.50,{ofIn}\n", new CsvMapping { Amount = "Net" });

        (Amounts(file), file.Statements[0].Rejected.ShouldHaveSingleItem().Code).ShouldBe(("-12.50 97.50", "not-booked"));
    }

    [Theory]
    [InlineData("Date,Name,Status,Amount,Balance\n2026-01-19,A,Completed,10.00,10.00\n2026-01-20,B,Reversed,100.00,110.00\n2026-01-21,B,Completed,-100.00,10.00\n2026-01-22,C,Completed,50.00,60.00\n", "10.00 100.00 -100.00 50.00")]
    [InlineData("Date,Name,Amount,Balance\n2026-01-19,LECLERC,-45.00,955.00\n2026-01-20,TOTAL,-45.00,910.00\n2026-01-21,ACME,100.00,1010.00\n", "-45.00 -45.00 100.00")]
    [InlineData("Date,Name,Amount,Balance\n2026-01-21,ACME,100.00,1010.00\n2026-01-20,TOTAL,-45.00,910.00\n2026-01-19,LECLERC,-45.00,955.00\n", "100.00 -45.00 -45.00")]
    [InlineData("Account,Date,Text,In,Out,Fee,Balance\n1234567890,2026-01-19,Salary,1000.00,,,1000.00\n1234567890,2026-01-20,Shop,,-12.50,,987.50\n1234567890,2026-01-21,Cash,,-100.00,-9.00,878.50\n1234567890,2026-01-31,Monthly,,,-7.50,871.00\n", "1000.00 -12.50 -109.00 -7.50")]
    public void what_moved_the_balance_is_an_entry(string text, string amounts)
    {
        var file = Read(text);

        (Amounts(file), file.Statements[0].BalanceCheck, file.Statements[0].Rejected.Count).ShouldBe((amounts, BalanceCheck.Proved, 0));
    }

    [Fact]
    public void what_did_not_move_it_is_none() => Statement(
        "Date,Name,Status,Amount,Balance\n2026-01-19,A,Completed,10.00,10.00\n2026-01-20,B,Reversed,100.00,10.00\n2026-01-22,C,Completed,50.00,60.00\n")
        .Rejected.ShouldHaveSingleItem().Code.ShouldBe("not-booked");

    [Theory]
    [InlineData("2026-01-19,TOTAL,-45.00\n2026-01-20,TOTAL,-45.00\n2026-01-21,Pay,100.00\n", 3)]
    [InlineData("2026-01-19,Gym,-30.00\n2026-01-20,Monthly,-30.00\n2026-01-21,Pay,100.00\n", 3)]
    [InlineData("2026-01-19,A,-45.00\n2026-01-20,B,-5.00\n2026-01-21,Total,-50.00\n", 2)]
    [InlineData("2026-01-19,A,-45.00\n2026-01-21,Total,-45.00\n", 1)]
    public void a_shop_of_that_name_is_no_total(string rows, int entries) => Statement($"Date,Payee,Amount\n{rows}").Entries.Count.ShouldBe(entries);

    [Theory]
    [InlineData(null, "1000.00 -12.50 -109.00 -7.50")]
    [InlineData("none", "1000.00 -12.50 -100.00")]
    public void a_fee_alone_is_an_entry(string? fee, string amounts)
    {
        const string text = "Date,Text,Money In,Money Out,Fee\n2026-01-19,Salary,1000.00,,\n2026-01-20,Shop,,-12.50,\n2026-01-21,Cash,,-100.00,-9.00\n2026-01-31,Account fee,,,-7.50\n";

        Amounts(Read(text, new CsvMapping { Fee = fee ?? "Fee" })).ShouldBe(amounts);
    }
}
