using System.Globalization;
using CsCheck;
using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

/// <summary>What is booked is what the file proves; the rest is asked.</summary>
public class CsvEvidenceTests
{
    [Theory]
    [InlineData("Date,Description,Kind,Amount\n2026-02-01,Rent,Withdrawal,7.50\n2026-02-02,Pay,Deposit,90.00\n", "-7.50 90.00")]
    [InlineData("Date,Description,Dr./Cr.,Amount\n2026-02-01,Rent,Dr.,7.50\n2026-02-02,Pay,Cr.,90.00\n", "-7.50 90.00")]
    [InlineData("Datums;Info;D/K;Summa\n01.02.2026;Nams;D;7,50\n02.02.2026;Alga;K;90,00\n", "-7.50 90.00")]
    [InlineData("Datum;Text;Art;Betrag\n01.02.2026;Miete;Lastschrift;7,50\n02.02.2026;Lohn;Gutschrift;90,00\n", "-7.50 90.00")]
    [InlineData("Дата;Описание;Тип;Сумма\n01.02.2026;Кафе;Списание;7,50\n02.02.2026;Работа;Пополнение;90,00\n", "-7.50 90.00")]
    [InlineData("日付,内容,入出金,金額\n2026/02/01,店,出金,750\n2026/02/02,給料,入金,9000\n", "-750 9000")]
    [InlineData("Date,Details,Debit/Credit,Amount\n2026-02-01,Rent,,7.50\n2026-02-02,Refund,CR,90.00\n", "-7.50 90.00")]
    [InlineData("01.02.2026;RENT;7,50;S\n02.02.2026;PAY;90,00;H\n", "-7.50 90.00")]
    [InlineData("01.02.2026;RENT;7,50;D\n02.02.2026;PAY;90,00;K\n", "-7.50 90.00")]
    [InlineData("Date,Note,W/D,Amount\n2026-02-01,Rent,W,7.50\n2026-02-02,Pay,D,90.00\n", "-7.50 90.00")]
    public void words_tell_the_direction(string text, string amounts) => Amounts(Read(text)).ShouldBe(amounts);

    [Theory]
    [InlineData("Wann;Was;Richtung?;Amount\n01.02.2026;A;Zug;7,50\n02.02.2026;B;Bug;90,00\n03.02.2026;C;Zug;1,00\n", "direction-needed", "Zug,Bug")]
    [InlineData("01/02/2026,RENT,7.50,\n13/02/2026,CAFE,2.00,\n", "direction-needed", "true,false")]
    [InlineData("Wann;Was;Xa;Xb\n01.02.2026;A;7,50;\n13.02.2026;B;;90\n", "direction-needed", "Xa,Xb")]
    [InlineData("Wann;Was;Xa;Xb\n01.02.2026;A;1.07;-350\n13.02.2026;B;1.08;-20\n", "layout-needed", "Wann,Was,Xa,Xb")]
    [InlineData("Date,Amount,Amount,Text\n2026-02-01,-1.00,-1.10,A\n", "layout-needed", "Date,Amount,Amount,Text")]
    [InlineData("Datum;Text;Saldo\n01.02.2026;A;7,50\n13.02.2026;B;90,00\n", "layout-needed", "Datum,Text,Saldo")]
    [InlineData("Date,Text,Amount,Fee\n2026-02-01,A,-7.50,0.50\n", "layout-needed", "Fee,none")]
    public void what_nothing_shows_is_asked(string text, string code, string candidates)
    {
        var refused = Refuse(text);

        (refused.Code, string.Join(',', refused.Candidates)).ShouldBe((code, candidates));
    }

    [Fact]
    public void a_mapping_alone_brings_in_what_was_asked()
    {
        const string words = "Wann;Was;Wie;Amount\n01.02.2026;A;Zug;7,50\n02.02.2026;B;Bug;90,00\n03.02.2026;C;Zug;1,00\n";
        Amounts(Read(words, new CsvMapping { Indicator = "Wie", IndicatorOut = ["zug"] })).ShouldBe("-7.50 90.00 -1.00");
        Amounts(Read(words, new CsvMapping { Indicator = "Wie", IndicatorIn = ["BUG"] })).ShouldBe("-7.50 90.00 -1.00");
        Amounts(Read(words, new CsvMapping { Negate = true })).ShouldBe("-7.50 -90.00 -1.00");
        Amounts(Read("01/02/2026,RENT,7.50,\n13/02/2026,CAFE,2.00,\n", new CsvMapping { Negate = true })).ShouldBe("-7.50 -2.00");
        Amounts(Read("Date,Text,Amount,Fee\n2026-02-01,A,-7.50,0.50\n", new CsvMapping { Fee = "Fee" })).ShouldBe("-8.00");
        Amounts(Read("Date,Text,Amount,Fee\n2026-02-01,A,-7.50,0.50\n", new CsvMapping { Fee = "none" })).ShouldBe("-7.50");
    }

    [Theory]
    [InlineData("Nap,Kinek,Aaa,Bbb\n2026.02.01.,Bolt,-35,100.50\n2026.02.02.,Munka,129,229.50\n2026.02.03.,Bolt,-60,169.50\n", "-35 129 -60")]
    [InlineData("Wann;Was;Xa;Xb;Xc\n01.02.2026;A;7,50;;92,50\n13.02.2026;B;;90;182,50\n14.02.2026;C;2,50;;180,00\n", "-7.50 90 -2.50")]
    [InlineData("02/01/2026,RENT,7.50,,92.50\n02/13/2026,PAY,,90.00,182.50\n02/14/2026,CAFE,2.00,,180.50\n", "-7.50 90.00 -2.00")]
    [InlineData("Opening balance,100.00\nDate,Text,Amount,Balance\n2026-02-01,A,7.50,92.50\n2026-02-02,B,2.50,90.00\n2026-02-03,C,10,100.00\n", "-7.50 -2.50 10")]
    [InlineData("Date,Text,Amount,Fee,Balance\n2026-02-01,A,-5.00,0.00,95.00\n2026-02-02,B,-7.50,0.50,87.00\n", "-5.00 -8.00")]
    public void a_running_balance_proves_columns_and_signs(string text, string amounts)
    {
        var file = Read(text);

        Amounts(file).ShouldBe(amounts);
        file.Statements.ShouldHaveSingleItem().BalanceCheck.ShouldBe(BalanceCheck.Proved);
    }

    [Fact]
    public void the_first_direction_is_asked_as_an_opening_balance()
    {
        const string text = "Date,Text,Amount,Balance\n2026-02-01,A,7.50,92.50\n2026-02-02,B,2.50,90.00\n2026-02-03,C,10,100.00\n";

        Refuse(text).Candidates.ShouldBe(["100.00", "85.00"]);
        Amounts(Read(text, new CsvMapping { OpeningBalance = 100 })).ShouldBe("-7.50 -2.50 10");
    }

    [Fact]
    public void a_balance_that_does_not_follow_is_told_with_its_lines()
    {
        var statement = Statement("Date,Text,Amount,Balance\n2026-02-01,A,-1,99\n2026-02-02,B,-2,97\n2026-02-03,C,-3,90\n2026-02-04,D,5,99\n");

        (statement.BalanceCheck, string.Join(',', statement.Contradictions)).ShouldBe((BalanceCheck.Contradicted, "4,5"));
    }

    [Theory]
    [InlineData("Date,Description,Amount\n2026-02-01,Market,12.50\n2026-02-02,Cafe,2.00\n2026-02-09,PAYMENT - THANK YOU,-14.50\n", "-12.50 -2.00 14.50", "Turned")]
    [InlineData("date,title,amount\n2026-02-01,Padaria,12.50\n2026-02-02,Uber,2.00\n2026-02-09,Pagamento recebido,-14.50\n", "-12.50 -2.00 14.50", "Turned")]
    [InlineData("Date,Description,Type,Amount\n2026-02-01,A,Purchase,12.50\n2026-02-02,B,Payment,-2.00\n", "-12.50 2.00", "Words")]
    [InlineData("Date,Description,Amount\n2026-02-01,Market,12.50\n2026-02-02,Cafe,2.00\n2026-02-09,XYZ,-14.50\n", "12.50 2.00 -14.50", "MostlyIn")]
    [InlineData("Date,Description,Amount\n2026-02-01,Market,12.50\n2026-02-02,Cafe,2.00\n", "12.50 2.00", "AllIn")]
    public void a_card_shows_how_its_signs_were_read(string text, string amounts, string signs)
    {
        var file = ReadFor("USD", text, isDebt: true);

        (Amounts(file), file.Layout!.Signs.ToString()).ShouldBe((amounts, signs));
    }

    [Theory]
    [InlineData("EUR", "Date,Text,Amount,Amount (EUR)\n2026-02-01,A,-10.00,-9.20\n", "-9.20")]
    [InlineData("EUR", "Date,Text,Transaction amount,Transaction currency,Amount in account currency,Account currency\n2026-02-01,A,-10.00,USD,-9.20,EUR\n", "-9.20")]
    [InlineData("RUB", "Дата;Описание;Сумма;Валюта\n01.02.2026;A;-10,00;RUR\n", "-10.00")]
    public void the_amount_is_the_one_in_the_accounts_currency(string currency, string text, string amounts) =>
        Amounts(ReadFor(currency, text)).ShouldBe(amounts);

    [Theory]
    [InlineData("JPY", 0, "-12,345", "-12345")]
    [InlineData("KWD", 3, "-12.345", "-12.345")]
    public void the_currency_tells_thousands_from_thousandths(string currency, int digits, string written, string amount) =>
        Amounts(ReadFor(currency, $"Date;Text;Amount\n2026-02-01;A;{written}\n", digits: digits)).ShouldBe(amount);

    [Fact]
    public void balances_and_totals_are_no_entries()
    {
        var statement = Statement("""
            Data;Gavėjas;Paaiškinimai;Suma;D/K
            2026-02-01;;Likutis pradžiai;100,00;K
            2026-02-02;TOTAL;fuel;7,50;D
            2026-02-03;Balance Bikes;repair;2,50;D
            2026-02-28;;Apyvarta;10,00;D
            2026-02-28;;Likutis pabaigai;90,00;K
            """);

        statement.Entries.Select(e => e.Amount).ShouldBe([-7.50m, -2.50m]);
        statement.Rejected.Select(r => r.Code).ShouldBe(["balance-row", "balance-row", "balance-row"]);
    }

    [Theory]
    [InlineData("Voided")]
    [InlineData("Expired")]
    [InlineData("Abgelehnt")]
    [InlineData("Отклонён")]
    [InlineData("交易关闭")]
    [InlineData("Odrzucona")]
    public void what_did_not_happen_is_rejected(string state) =>
        Rejection($"Date,Text,Amount,Status\n2026-02-01,A,-1.00,Completed\n2026-02-02,B,-2.00,{state}\n").Code.ShouldBe("not-booked");

    [Fact]
    public void a_state_that_nobody_knows_is_told() =>
        Read("Date,Text,Amount,Status\n2026-02-01,A,-1.00,Frobnicated\n").Layout!.UnknownStates.ShouldBe(["Frobnicated"]);

    /// <summary>Whatever the amounts: by a running balance the signs are right, or they are asked.</summary>
    [Fact]
    public void signs_by_a_balance_are_never_wrong() => Gen.Int[-9999, 9999].Where(cents => cents != 0).Array[3, 12].Sample(cents =>
    {
        decimal balance = 1000m;
        var rows = cents.Select((amount, i) => string.Create(
            CultureInfo.InvariantCulture, $"2026-02-{i + 1:00},Text {i},{Math.Abs(amount) / 100m:0.00},{balance += amount / 100m:0.00}"));
        var text = $"Opening balance,1000.00\nDate,Text,Amount,Balance\n{string.Join('\n', rows)}\n";

        Read(text).Statements[0].Entries.Select(e => (int)(e.Amount * 100)).ShouldBe(cents);
    });
}
