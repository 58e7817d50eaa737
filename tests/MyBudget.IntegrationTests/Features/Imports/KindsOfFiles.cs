using System.Text;

namespace MyBudget.IntegrationTests.Features.Imports;

/// <summary>One file of every kind that banks give, written for these tests, and what has to come of it.</summary>
/// <param name="Expected">The entries as <c>day minor-units payee</c>, or the code of the question that is asked instead.</param>
internal sealed record KindOfFile(string Name, string Currency, string Type, byte[] File, string Expected)
{
    private const string TwoEntries = "03-02 -750 Shop; 03-13 9000 Work";

    public static IEnumerable<KindOfFile> All => [.. Directions, .. Columns, .. Dates, .. Amounts, .. Shapes, .. Encodings, .. Ofx, .. OtherFormats];

    private static IEnumerable<KindOfFile> Directions =>
    [
        Eur("words of direction", "Date,Text,Kind,Amount\n2026-03-02,Shop,Expense,7.50\n2026-03-13,Work,Income,90\n", TwoEntries),
        Eur("Baltic letters", "Datums;Info;D/K;Summa\n02.03.2026;Shop;D;7,50\n13.03.2026;Work;K;90,00\n", TwoEntries),
        Eur("words in German", "Datum;Text;Art;Betrag\n02.03.2026;Shop;Lastschrift;7,50\n13.03.2026;Work;Gutschrift;90,00\n", TwoEntries),
        Rub("words in Russian", "Дата;Описание;Тип;Сумма\n02.03.2026;Лавка;Списание;7,50\n13.03.2026;Завод;Пополнение;90,00\n", "03-02 -750 Лавка; 03-13 9000 Завод"),
        Eur("a blank is the other direction", "Date,Details,Debit/Credit,Amount\n2026-03-02,Shop,,7.50\n2026-03-13,Work,CR,90.00\n", TwoEntries),
        Eur("flags without a header", "02.03.2026;Shop;7,50;S\n13.03.2026;Work;90,00;H\n", TwoEntries),
        Eur("words that nobody knows", "Wann;Was;Wie;Amount\n02.03.2026;Shop;Zug;7,50\n13.03.2026;Work;Bug;90,00\n14.03.2026;Cafe;Zug;1,00\n", "imports.direction-needed"),
        Eur("no sign and no word", "02/03/2026,Shop,7.50,\n13/03/2026,Cafe,2.00,\n", "imports.direction-needed"),
        Eur("negative debits beside positive ones", "Date,Text,Debit,Credit\n2026-03-02,Shop,7.50,\n2026-03-03,Shop,2.00,\n2026-03-13,Refund,-1.00,\n2026-03-14,Work,,90\n",
            "03-02 -750 Shop; 03-03 -200 Shop; 03-13 100 Refund; 03-14 9000 Work"),
        Card("card with spending as positive", "Date,Details,Amount\n2026-03-02,Shop,7.50\n2026-03-03,Cafe,2.00\n2026-03-13,AUTOPAY PAYMENT - THANK YOU,-9.50\n",
            "03-02 -750 Shop; 03-03 -200 Cafe; 03-13 950 AUTOPAY PAYMENT - THANK YOU"),
        Eur("running balance proves signs", "Opening balance,100.00\nDate,Text,Amount,Balance\n2026-03-02,Shop,7.50,92.50\n2026-03-13,Work,90,182.50\n", TwoEntries),
        Eur("balance rows among the entries", "Date,Text,Amount,Balance\n2026-03-01,Opening Balance,100.00,100.00\n2026-03-02,Shop,-7.50,92.50\n2026-03-13,Work,90.00,182.50\n"
            + "2026-03-31,Closing Balance,182.50,182.50\n", TwoEntries),
    ];

    private static IEnumerable<KindOfFile> Columns =>
    [
        Huf("the balance has decimals and the amount has none", "Nap,Partner,Összeg,Egyenleg,Devizanem\n2026.03.02.,Bolt,-75,1000.50,HUF\n2026.03.13.,Munka,900,1900.50,HUF\n",
            "03-02 -7500 Bolt; 03-13 90000 Munka"),
        Eur("rate beside the amount", "Datum;Text;Xa;Xb\n02.03.2026;Shop;10,51;-750\n13.03.2026;Work;10,52;-90\n", "imports.layout-needed"),
        Eur("a header that begins like another", "Date,Credit Card Number,Text,Sum\n2026-03-02,4111,Shop,-7.50\n2026-03-13,4111,Work,90.00\n", TwoEntries),
        Eur("a value that is a date", "Date,Text,Value Dat,Withdrawal Amt,Deposit Amt\n02/03/2026,Shop,02/03/2026,7.50,\n13/03/2026,Work,13/03/2026,,90.00\n", TwoEntries),
        Eur("of two amounts the one in the account's currency", "Date,Text,Amount,Amount (EUR)\n2026-03-02,Shop,-8.00,-7.50\n2026-03-13,Work,99.00,90.00\n", TwoEntries),
        Eur("two amounts that nothing tells apart", "Date,Amount,Amount,Text\n2026-03-02,-7.50,-7.10,Shop\n", "imports.layout-needed"),
        Eur("a fee that the balance shows", "Date,Text,Amount,Fee,Balance\n2026-03-01,Cafe,-5.00,0.00,95.00\n2026-03-02,Shop,-7.50,0.50,87.00\n", "03-01 -500 Cafe; 03-02 -800 Shop"),
        Eur("a fee that nothing shows", "Date,Text,Amount,Fee\n2026-03-02,Shop,-7.50,0.50\n", "imports.layout-needed"),
        Eur("payee under an unknown name", "Date,Buchungsdings,Amount\n2026-03-02,Shop,-7.50\n2026-03-13,Work,90\n", TwoEntries),
        Gbp("several accounts in a column", "Date,Description,Value,Account Number\n02/03/2026,Shop,-7.50,60-1\n13/03/2026,Work,90.00,60-2\n14/03/2026,Cafe,-1.00,60-1\n", "imports.accounts-needed"),
        Eur("states that did not happen", "Date,Text,Amount,Status\n2026-03-02,Shop,-7.50,Completed\n2026-03-03,Bar,-1.00,Declined\n2026-03-04,Pub,-1.00,Voided\n2026-03-13,Work,90,Settled\n", TwoEntries),
        Eur("a second date for a blank one", "Date,Value date,Text,Amount\n2026-03-02,2026-03-01,Shop,-7.50\n,2026-03-13,Work,90\n", TwoEntries),
    ];

    private static IEnumerable<KindOfFile> Dates =>
    [
        Eur("month first by one row", "Date,Text,Amount\n03/02/2026,Shop,-7.50\n03/13/2026,Work,90\n", TwoEntries),
        Eur("month first with points", "Date,Text,Amount\n03.02.2026,Shop,-7.50\n03.13.2026,Work,90\n", TwoEntries),
        Eur("day or month", "Date,Text,Amount\n03/02/2026,Shop,-7.50\n04/05/2026,Work,90\n", "imports.ambiguous-dates"),
        Eur("years of two digits first", "Date,Text,Amount\n26-03-02,Shop,-7.50\n26-03-13,Work,90\n", "imports.ambiguous-dates"),
        Eur("months in German", "Datum;Text;Betrag\n2. März 2026;Shop;-7,50\n13. März 2026;Work;90,00\n", TwoEntries),
        Eur("months in French", "Date;Libellé;Montant\n2 mars 2026;Shop;-7,50\n13 mars 2026;Work;90,00\n", TwoEntries),
        Rub("months in Russian", "Дата;Описание;Сумма\n2 марта 2026;Лавка;-7,50\n13 марта 2026;Завод;90,00\n", "03-02 -750 Лавка; 03-13 9000 Завод"),
        Jpy("years, months and days in Japanese", "日付,内容,金額\n2026年3月2日,店,-750\n2026年3月13日,給料,9000\n", "03-02 -750 店; 03-13 9000 給料"),
        Eur("spreadsheet's days", "Date,Text,Amount\n46083,Shop,-7.50\n46094,Work,90\n", TwoEntries),
        Eur("Unix times", "Date,Text,Amount\n1772409600,Shop,-7.50\n1773360000,Work,90\n", TwoEntries),
        Eur("time before the date", "Time,Text,Amount\n09:31 02-03-2026,Shop,-7.50\n10:02 13-03-2026,Work,90\n", TwoEntries),
    ];

    private static IEnumerable<KindOfFile> Amounts =>
    [
        Eur("parentheses and a minus behind", "Date;Text;Amount\n2026-03-02;Shop;(7.50)\n2026-03-13;Work;90.00\n2026-03-14;Cafe;1.00-\n", TwoEntries + "; 03-14 -100 Cafe"),
        Money("BRL", "currency before the digits", "Data;Texto;Valor\n02/03/2026;Shop;-R$ 1.007,50\n13/03/2026;Work;R$ 90,00\n", "03-02 -100750 Shop; 03-13 9000 Work"),
        Money("RON", "a word behind the digits", "Data;Text;Suma\n02.03.2026;Shop;-7,50 lei\n13.03.2026;Work;90,00 lei\n", TwoEntries),
        Money("INR", "Dr and Cr behind the digits", "Date,Text,Amount\n02/03/2026,Shop,7.50 Dr.\n13/03/2026,Work,90.00 Cr.\n", TwoEntries),
        Eur("formulas, apostrophes and odd minuses", "Date;Text;Amount\n2026-03-02;Shop;=\"-7.50\"\n2026-03-13;Work;'90.00\n2026-03-14;Cafe;\u20111.00\n", TwoEntries + "; 03-14 -100 Cafe"),
        Eur("noise of floating point", "Date,Text,Amount\n2026-03-02,Shop,-7.500000000000001\n2026-03-13,Work,90\n", TwoEntries),
        Eur("thousands or thousandths", "Date;Text;Amount\n2026-03-02;Shop;-1,234\n2026-03-13;Work;2,345\n", "imports.ambiguous-amounts"),
        Jpy("thousands in a currency without decimals", "Date;Text;Amount\n2026-03-02;Shop;-1,234\n2026-03-13;Work;9,000\n", "03-02 -1234 Shop; 03-13 9000 Work"),
        Eur("blanks between thousands", "Date;Text;Amount\n2026-03-02;Shop;-1 007,50\n2026-03-13;Work;90,00\n", "03-02 -100750 Shop; 03-13 9000 Work"),
    ];

    private static IEnumerable<KindOfFile> Shapes =>
    [
        Eur("excel's own first line", "sep=;\nDate;Text;Amount\n2026-03-02;Shop;-7,50\n2026-03-13;Work;90,00\n", TwoEntries),
        Eur("lines before and behind", "Statement of account\nOwner;A B\n\nDate;Text;Amount\n2026-03-02;Shop;-7,50\n2026-03-13;Work;90,00\n\nTotal;;82,50\n", TwoEntries),
        Eur("the header again on each page", "Date;Text;Amount\n2026-03-02;Shop;-7,50\nDate;Text;Amount\n2026-03-13;Work;90,00\n", TwoEntries),
        Eur("a quote behind a backslash", "Date,Text,Amount\n2026-03-02,\"Shop \\\"A\\\"\",-7.50\n2026-03-13,Work,90\n", "03-02 -750 Shop \"A\"; 03-13 9000 Work"),
        Eur("a line break within quotes", "Date,Text,Amount\n2026-03-02,\"Shop\nLondon\",-7.50\n2026-03-13,Work,90\n", "03-02 -750 Shop London; 03-13 9000 Work"),
        Eur("NULs at the end", "Date,Text,Amount\n2026-03-02,Shop,-7.50\n2026-03-13,Work,90\n" + new string('\0', 40), TwoEntries),
        Eur("nothing but a header", "Date,Text,Amount\n", ""),
        Eur("a web page", "<html><body><table><tr><td>2026-03-02</td></tr></table></body></html>", "imports.unknown-format"),
        Eur("JSON", "[{\"date\":\"2026-03-02\",\"amount\":-7.5}]", "imports.unknown-format"),
    ];

    private static IEnumerable<KindOfFile> Encodings =>
    [
        In("EUR", "windows-1252", "Datum;Name;Betrag\n02.03.2026;Bäckerei Groß;-7,50\n13.03.2026;Müller;90,00\n", "03-02 -750 Bäckerei Groß; 03-13 9000 Müller"),
        In("PLN", "windows-1250", "Data;Opis;Kwota\n02.03.2026;Książka Łódź;-7,50\n13.03.2026;Praca źródło;90,00\n", "03-02 -750 Książka Łódź; 03-13 9000 Praca źródło"),
        In("RUB", "windows-1251", "Дата;Описание;Сумма\n02.03.2026;Лавка у реки;-7,50\n13.03.2026;Завод;90,00\n", "03-02 -750 Лавка у реки; 03-13 9000 Завод"),
        In("RUB", "cp866", "Дата;Описание;Сумма\n02.03.2026;Лавка у реки;-7,50\n13.03.2026;Завод;90,00\n", "03-02 -750 Лавка у реки; 03-13 9000 Завод"),
        In("JPY", "shift_jis", "日付,内容,金額\n2026/03/02,コンビニ,-750\n2026/03/13,給料,9000\n", "03-02 -750 コンビニ; 03-13 9000 給料"),
        In("CNY", "gb18030", "日期,说明,金额\n2026-03-02,超市购物,-7.50\n2026-03-13,工资收入,90.00\n", "03-02 -750 超市购物; 03-13 9000 工资收入"),
        In("EUR", "utf-16", "Date;Text;Amount\n2026-03-02;Märkt;-7,50\n2026-03-13;Work;90,00\n", "03-02 -750 Märkt; 03-13 9000 Work"),
        In("EUR", "utf-32", "Date;Text;Amount\n2026-03-02;Märkt;-7,50\n2026-03-13;Work;90,00\n", "03-02 -750 Märkt; 03-13 9000 Work"),
        new KindOfFile(
            "one broken byte in UTF-8", "EUR", "checking",
            [.. Encoding.UTF8.GetBytes("Date;Text;Amount\n2026-03-02;Märkt;-7,50\n2026-03-13;Büro Öl Äß ü äöü ÄÖÜ"), 0xFF, .. Encoding.UTF8.GetBytes(";90,00\n")],
            "03-02 -750 Märkt; 03-13 9000 *"),
    ];

    private static IEnumerable<KindOfFile> Ofx =>
    [
        Eur("OFX with grouped amounts", BankFixtures.Checking(Entry("1", "20260302", "-1,000"), Entry("2", "20260303", "-1,250.00")), "03-02 -100000 SHOP; 03-03 -125000 SHOP"),
        Eur("OFX with dates in ISO form", BankFixtures.Checking(Entry("1", "2026-03-02", "-7.50"), Entry("2", "20260313120000-0500", "90")), "03-02 -750 SHOP; 03-13 9000 SHOP"),
        Eur("OFX without ids", BankFixtures.Checking(Entry("", "20260302", "-7.50"), Entry("", "20260313", "90")), "03-02 -750 SHOP; 03-13 9000 SHOP"),
        Eur("OFX with an entry and its correction", BankFixtures.Checking(
            Entry("1", "20260302", "-5.00"), BankFixtures.Entry("2", "20260302", "-7.50", "SHOP", "<CORRECTFITID>1<CORRECTACTION>REPLACE\n")), "03-02 -750 SHOP"),
        Eur("OFX of two accounts", BankFixtures.TwoAccounts(), "imports.accounts-needed"),
        Eur("OFX as a bare list", "OFXHEADER:100\n\n<BANKTRANLIST>" + Entry("1", "20260302", "-7.50") + "</BANKTRANLIST>", "03-02 -750 SHOP"),
        Eur("OFX with escaped texts", BankFixtures.Checking(BankFixtures.Entry("1", "20260302", "-7.50", "A &amp;amp; B")), "03-02 -750 A & B"),
    ];

    private static IEnumerable<KindOfFile> OtherFormats =>
    [
        Eur("QIF", "!Type:Bank\nD3/2'26\nT-7.50\nPShop\n^\nD3/13'26\nT90.00\nPWork\n^\n", TwoEntries),
        Eur("QIF whose dates tell no order", "!Type:Bank\nD3/2/26\nT-7.50\nPShop\n^\n", "imports.ambiguous-dates"),
        Eur("MT940", ":20:A\n:25:1\n:28C:1\n:60F:C260301EUR100,00\n:61:2603020302D7,50NMSCNONREF//R1\n:86:Shop\n:61:2603130313C90,00NMSCNONREF//R2\n:86:Work\n:62F:C260313EUR182,50\n-\n", TwoEntries),
        Eur("CAMT", "<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>"
            + "<Ntry><Amt Ccy=\"EUR\">7.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-03-02</Dt></BookgDt><AddtlNtryInf>Shop</AddtlNtryInf></Ntry></Stmt></BkToCstmrStmt></Document>",
            "03-02 -750 Shop"),
        Eur("MT942", ":20:A\n:25:1\n:34F:EURD0,\n:13D:2603021200+0100\n", "imports.unknown-format"),
    ];

    private static string Entry(string id, string date, string amount) => BankFixtures.Entry(id, date, amount, "SHOP");

    private static KindOfFile Eur(string name, string text, string expected) => Money("EUR", name, text, expected);

    private static KindOfFile Gbp(string name, string text, string expected) => Money("GBP", name, text, expected);

    private static KindOfFile Huf(string name, string text, string expected) => Money("HUF", name, text, expected);

    private static KindOfFile Jpy(string name, string text, string expected) => Money("JPY", name, text, expected);

    private static KindOfFile Rub(string name, string text, string expected) => Money("RUB", name, text, expected);

    private static KindOfFile Card(string name, string text, string expected) => new(name, "EUR", "creditCard", Encoding.UTF8.GetBytes(text), expected);

    private static KindOfFile Money(string currency, string name, string text, string expected) =>
        new(name, currency, "checking", Encoding.UTF8.GetBytes(text), expected);

    private static KindOfFile In(string currency, string encoding, string text, string expected)
    {
        var known = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        return new KindOfFile($"text in {encoding}", currency, "checking", [.. known.GetPreamble(), .. known.GetBytes(text)], expected);
    }
}
