using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

/// <summary>Tables of banks whose names were not known, or known for something else.</summary>
public class CsvKnownTableTests
{
    [Theory]
    [InlineData("Kirjauspäivä;Määrä EUROA;Laji;Selitys;Saaja/Maksaja\n2026-01-20;-12,50;162;PKORTTIMAKSU;K-MARKET\n2026-01-19;1000,00;710;PALKKA;ACME OY\n", "-12.50 1000.00")]
    [InlineData("Date;Libellé;Montant(EUROS);Montant(FRANCS)\n20/01/2026;ACHAT CB;-12,50;-81,99\n19/01/2026;VIREMENT;1000,00;6559,57\n", "-12.50 1000.00")]
    [InlineData("取引日,出金金額（円）,入金金額（円）,取引先\n2026/01/20,\"12,250\",-,A\n2026/01/19,-,\"100,000\",B\n2026/01/18,500,-,C\n", "-12250 100000 -500")]
    [InlineData("Data;Descrição;Valor (em US$);Cotação (em R$);Valor (em R$)\n20/01/2026;A;0;0;-125.50\n21/01/2026;B;-10.00;5.50;-55.00\n", "-125.50 -55.00")]
    [InlineData("Дата операції,Деталі операції,Сума в валюті картки (UAH),Сума кешбеку (UAH)\n20.01.2026,A,-125.5,1.25\n19.01.2026,B,-412.5,—\n", "-125.5 -412.5")]
    [InlineData("Data transakcji;Tytuł;Kwota transakcji (waluta rachunku);Waluta;Kwota blokady/zwolnienie blokady;Waluta\n2026-01-20;A;-12,50;PLN;;\n2026-01-21;B;-5,00;PLN;-50,00;PLN\n", "-12.50 -5.00")]
    [InlineData("Buchungsdatum;Belastung;Gutschrift;Einzelbetrag;Beschreibung1\n2026-01-20;-150.00;;;Sammelauftrag\n2026-01-21;-20.00;;-20.00;Miete\n2026-01-19;;500.00;;ACME\n", "-150.00 -20.00 500.00")]
    [InlineData("Ημερομηνία;Περιγραφή;Ποσό;Πρόσημο Ποσού\n20/01/2026;A;12,50;Χ\n19/01/2026;B;1.000,00;Π\n", "-12.50 1000.00")]
    public void amounts_are_found(string text, string amounts)
    {
        var currency = text.Contains('円', StringComparison.Ordinal) ? "JPY" : text.Contains("R$", StringComparison.Ordinal) ? "BRL"
            : text.Contains("UAH", StringComparison.Ordinal) ? "UAH" : text.Contains("PLN", StringComparison.Ordinal) ? "PLN" : "EUR";

        Amounts(ReadFor(currency, text, digits: currency == "JPY" ? 0 : 2)).ShouldBe(amounts);
    }

    [Theory]
    [InlineData("Buchungstag;Umsatzart;Begünstigter / Auftraggeber;Verwendungszweck;Betrag\n20.01.2026;SEPA;Telekom;Rechnung;-39,95\n19.01.2026;SEPA;ACME;Gehalt;2000,00\n", "Telekom ACME")]
    [InlineData("Date,Amount,Account,Counterparty,Name,Description\n2026-01-20,-5.00,NL02ABNA0123456789,NL91ABNA0417164300,Albert,AH to go\n2026-01-21,5.00,NL02ABNA0123456789,,Jan,Tikkie\n", "Albert Jan")]
    [InlineData("Date;Montant;Contrepartie;Nom de la contrepartie;Détails\n20/01/2026;-5,00;BE68539007547034;Delhaize;X\n21/01/2026;5,00;;Acme;Y\n", "Delhaize Acme")]
    public void the_payee_is_who_was_paid_and_not_an_account(string text, string payees) =>
        string.Join(' ', Statement(text).Entries.Select(entry => entry.Payee)).ShouldBe(payees);

    [Fact]
    public void a_history_of_transfers_asks_for_its_fee_and_takes_each_in_its_currency()
    {
        const string text = "ID,Status,Direction,Created on,Source fee amount,Source fee currency,Source name,Source amount (after fees),Source currency,Target name,Target amount (after fees),Target currency,Exchange rate\n"
            + "T1,COMPLETED,OUT,2026-01-20,1.50,EUR,Me,98.50,EUR,Bob,98.50,EUR,1.0\nT2,COMPLETED,OUT,2026-01-21,0.00,EUR,Me,10.00,EUR,Shop,11.00,USD,1.1\n"
            + "T3,COMPLETED,IN,2026-01-22,0.00,EUR,Bob,50.00,EUR,Me,50.00,EUR,1.0\nT4,CANCELLED,OUT,2026-01-23,0.00,EUR,Me,77.00,EUR,Bob,77.00,EUR,1.0\n"
            + "T5,COMPLETED,OUT,2026-01-24,0.00,USD,Me,20.00,USD,Ann,20.00,USD,1.0\n";

        Should.Throw<BankFileException>(() => ReadFor("EUR", text)).Candidates.ShouldBe(["Source fee amount", "none"]);
        var file = ReadFor("EUR", text, new CsvMapping { Fee = "Source fee amount" });
        (Amounts(file), file.Statements[0].Entries[^1].Currency).ShouldBe(("-100.00 -10.00 50.00 -20.00", "USD"));
    }
}
