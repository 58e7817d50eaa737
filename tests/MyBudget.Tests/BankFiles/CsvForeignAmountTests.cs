using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

/// <summary>A row's currency is told, wherever the row names it.</summary>
public class CsvForeignAmountTests
{
    [Theory]
    [InlineData("CZK", "-20,00 €", "EUR")]
    [InlineData("CZK", "-1 250,00 Kč", "CZK")]
    [InlineData("EUR", "-12,50 USD", "USD")]
    [InlineData("EUR", "-£12,50", "GBP")]
    [InlineData("EUR", "-$12,50", "USD")]
    [InlineData("EUR", "(12,50 zł)", "PLN")]
    [InlineData("CAD", "-$12,50", "CAD")]
    [InlineData("NOK", "-12,50 kr", "NOK")]
    [InlineData("EUR", "12,50 kr CR", "SEK")]
    [InlineData("EUR", "12,50- EUR", "EUR")]
    [InlineData("EUR", "-12,50", null)]
    [InlineData("EUR", "12,50 CR", null)]
    public void an_amount_has_the_currency_of_its_own_cell(string account, string amount, string? currency)
    {
        var file = ReadFor(account, $"Date;Text;Amount\n2026-03-02;A;-1,00\n2026-03-03;B;{amount}\n");

        file.Statements.ShouldHaveSingleItem().Entries[1].Currency.ShouldBe(currency);
    }

    [Theory]
    [InlineData("EUR", "$", "USD")]
    [InlineData("EUR", "US Dollar", "USD")]
    [InlineData("EUR", "Pounds Sterling", "GBP")]
    [InlineData("EUR", "Euro", "EUR")]
    [InlineData("AUD", "$", "AUD")]
    [InlineData("USD", "US dollars", "USD")]
    public void a_column_of_currencies_may_hold_signs_and_names(string account, string written, string currency)
    {
        var statement = ReadFor(account, $"Date,Text,Amount,Currency\n2026-03-02,A,-1.00,{written}\n2026-03-03,B,2.00,{written}\n").Statements.ShouldHaveSingleItem();

        statement.Entries.Select(entry => entry.Currency).ShouldBe([currency, currency]);
    }

    [Fact]
    public void a_column_for_money_out_may_hold_it_too() =>
        ReadFor("EUR", "Date,Text,Debit,Credit\n2026-03-02,A,$1.00,\n2026-03-03,B,,€2.00\n").Statements[0].Entries.Select(entry => entry.Currency)
            .ShouldBe(["USD", "EUR"]);
}
