using System.Globalization;
using System.Text;
using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

public class CamtReaderTests
{
    private const string Account = "<Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>";

    [Theory]
    [InlineData("urn:iso:std:iso:20022:tech:xsd:camt.053.001.02", "BkToCstmrStmt", "Stmt", "<Sts>BOOK</Sts>", "<Nm>Corner Shop</Nm>")]
    [InlineData("urn:iso:std:iso:20022:tech:xsd:camt.053.001.13", "BkToCstmrStmt", "Stmt", "<Sts><Cd>BOOK</Cd></Sts>", "<Pty><Nm>Corner Shop</Nm></Pty>")]
    [InlineData("urn:iso:std:iso:20022:tech:xsd:camt.052.001.08", "BkToCstmrAcctRpt", "Rpt", "<Sts><Cd>BOOK</Cd></Sts>", "<Pty><Nm>Corner Shop</Nm></Pty>")]
    public void reads_every_version(string space, string message, string statement, string status, string name)
    {
        var file = Read($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"{space}\"><{message}><{statement}>" + Account + $"<Ntry><Amt Ccy=\"EUR\">31.40</Amt><CdtDbtInd>DBIT</CdtDbtInd>{status}<BookgDt><Dt>2026-02-03</Dt></BookgDt><AcctSvcrRef>R-77</AcctSvcrRef>"
            + $"<NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId><ChqNb>12</ChqNb></Refs><RltdPties><Dbtr>{name.Replace("Corner Shop", "Me", StringComparison.Ordinal)}</Dbtr><Cdtr>{name}</Cdtr></RltdPties>"
            + $"<RmtInf><Ustrd>Thanks</Ustrd><Ustrd>again</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></{statement}></{message}></Document>");

        file.Format.Name.ShouldBe("camt");
        var read = file.Statements.ShouldHaveSingleItem();
        (read.BankAccount, read.Currency, read.Rejected.Count).ShouldBe(("DE02120300000000202051", "EUR", 0));
        read.Entries.ShouldHaveSingleItem().ShouldBe(new BankEntry(
            2, new DateOnly(2026, 2, 3), -31.40m, "Corner Shop", "Thanks again", "R-77", "EUR", "12", CategoryHint: null, Pending: false));
    }

    [Fact]
    public void reads_elements_with_a_prefix()
    {
        var prefixed = Statement053(Ntry("5.00", "CRDT")).Replace("</", "@", StringComparison.Ordinal).Replace("<", "<n:", StringComparison.Ordinal)
            .Replace("@", "</n:", StringComparison.Ordinal);

        Entry(prefixed.Replace("xmlns=", "xmlns:n=", StringComparison.Ordinal)).Amount.ShouldBe(5.00m);
    }

    [Theory]
    [InlineData("CRDT", "false", "Payer")]
    [InlineData("DBIT", "false", "Payee")]
    [InlineData("CRDT", "true", "Payee")]
    [InlineData("DBIT", "1", "Payer")]
    public void the_payee_is_who_is_at_the_other_end(string direction, string isReversal, string payee) =>
        Entry(Statement053(Ntry("5.00", direction, $"<RvslInd>{isReversal}</RvslInd>",
                Details("<RltdPties><Dbtr><Nm>Payer</Nm></Dbtr><Cdtr><Nm>Payee</Nm></Cdtr></RltdPties>")))).ShouldSatisfyAllConditions(
            entry => entry.Payee.ShouldBe(payee),
            entry => entry.Amount.ShouldBe(direction == "DBIT" ? -5.00m : 5.00m));

    [Fact]
    public void the_ultimate_party_is_kept()
    {
        Entry(Statement053(Ntry("5.00", "DBIT", details: Details("<RltdPties><UltmtCdtr><Nm>Shop</Nm></UltmtCdtr></RltdPties>")))).Payee.ShouldBe("Shop");
        Entry(Statement053(Ntry("5.00", "DBIT", details: Details("<RltdPties><Cdtr><Nm>Payments Ltd</Nm></Cdtr><UltmtCdtr><Nm>Shop</Nm></UltmtCdtr></RltdPties>"))))
            .ShouldSatisfyAllConditions(entry => entry.Payee.ShouldBe("Payments Ltd"), entry => entry.Memo.ShouldBe("Shop"));
    }

    [Theory]
    [InlineData("<Sts>PDNG</Sts>", true)]
    [InlineData("<Sts><Cd>PDNG</Cd></Sts>", true)]
    [InlineData("<Sts><Cd>FUTR</Cd></Sts>", true)]
    [InlineData("<Sts>BOOK</Sts>", false)]
    public void pending_entries_are_marked(string status, bool isPending) => Entry(Statement053(Ntry("5.00", "DBIT", status: status))).Pending.ShouldBe(isPending);

    [Fact]
    public void information_is_no_entry() => Rejection(Statement053(Ntry("5.00", "DBIT", status: "<Sts><Cd>INFO</Cd></Sts>"))).Code.ShouldBe("information-only");

    [Theory]
    [InlineData("<BookgDt><DtTm>2026-02-03T23:30:00-05:00</DtTm></BookgDt>")]
    [InlineData("<BookgDt><Dt>2026-02-03+01:00</Dt></BookgDt>")]
    [InlineData("<ValDt><Dt>2026-02-03</Dt></ValDt>")]
    [InlineData("<BookgDt><Dt>2026-02-03</Dt></BookgDt><ValDt><Dt>2026-02-09</Dt></ValDt>")]
    public void the_day_of_booking_counts(string dates) => Entry(Statement053(Ntry("5.00", "DBIT", date: dates))).Date.ShouldBe(new DateOnly(2026, 2, 3));

    [Fact]
    public void a_batch_becomes_its_payments_where_they_make_it()
    {
        var statement = Statement(Statement053(Ntry("30.00", "DBIT", "<AcctSvcrRef>B1</AcctSvcrRef>",
            "<NtryDtls><Btch><NbOfTxs>3</NbOfTxs></Btch>" + Payment("20.00", "DBIT", "A", "I-1") + Payment("12.50", "DBIT", "B", "I-2")
            + "</NtryDtls><NtryDtls>" + Payment("2.50", "CRDT", "C", "I-3") + "</NtryDtls>")));

        statement.Entries.Select(entry => (entry.Amount, entry.Payee, entry.BankId)).ShouldBe([(-20.00m, "A", "I-1"), (-12.50m, "B", "I-2"), (2.50m, "C", "I-3")]);
    }

    [Theory]
    [InlineData("<Btch><NbOfTxs>2</NbOfTxs></Btch>")]
    [InlineData("<TxDtls><AmtDtls><TxAmt><Amt Ccy=\"EUR\">10.00</Amt></TxAmt></AmtDtls></TxDtls><TxDtls><AmtDtls><TxAmt><Amt Ccy=\"EUR\">19.00</Amt></TxAmt></AmtDtls></TxDtls>")]
    [InlineData("<TxDtls><Refs/></TxDtls><TxDtls><Amt Ccy=\"EUR\">30.00</Amt></TxDtls>")]
    [InlineData("<TxDtls><Amt Ccy=\"USD\">10.00</Amt></TxDtls><TxDtls><Amt Ccy=\"USD\">20.00</Amt></TxDtls>")]
    public void a_batch_stays_whole_where_its_payments_do_not_make_it(string details) =>
        Entry(Statement053(Ntry("30.00", "DBIT", "<AddtlNtryInf>Salaries</AddtlNtryInf>", $"<NtryDtls>{details}</NtryDtls>")))
            .ShouldSatisfyAllConditions(entry => entry.Amount.ShouldBe(-30.00m), entry => entry.Payee.ShouldBe("Salaries"));

    [Theory]
    [InlineData("<AcctSvcrRef>B-1</AcctSvcrRef>", "E-1", "B-1")]
    [InlineData("", "E-1", "E-1@2026-02-03")]
    [InlineData("<AcctSvcrRef>NONREF</AcctSvcrRef>", "NOTPROVIDED", null)]
    [InlineData("<NtryRef>20260203-0001</NtryRef>", "NOTPROVIDED", "20260203-0001")]
    [InlineData("<NtryRef>1</NtryRef>", "NOTPROVIDED", null)]
    public void the_id_is_the_best_reference(string references, string endToEnd, string? id) =>
        Entry(Statement053(Ntry("5.00", "DBIT", references, Details($"<Refs><EndToEndId>{endToEnd}</EndToEndId></Refs>")))).BankId.ShouldBe(id);

    [Fact]
    public void structured_remittance_is_the_memo() =>
        Entry(Statement053(Ntry("5.00", "DBIT", details: Details("<RltdPties><Cdtr><Nm>Shop</Nm></Cdtr></RltdPties><RmtInf><Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf>"
            + "<AddtlRmtInf>Invoice 5</AddtlRmtInf></Strd></RmtInf>")))).Memo.ShouldBe("RF18539007547034 Invoice 5");

    [Theory]
    [InlineData("OPBD", "100.00", "CRDT", "95.00", "Proved")]
    [InlineData("PRCD", "100.00", "CRDT", "95.00", "Proved")]
    [InlineData("OPBD", "3.00", "DBIT", "-8.00", "Proved")]
    [InlineData("OPBD", "100.00", "CRDT", "90.00", "Contradicted")]
    public void balances_prove_the_entries(string code, string opening, string direction, string closing, string check)
    {
        var closes = closing.StartsWith('-') ? Balance("CLBD", closing[1..], "DBIT") : Balance("CLBD", closing, "CRDT");
        var statement = Statement(Statement053(Balance(code, opening, direction) + closes + Ntry("5.00", "DBIT") + Ntry("9.00", "DBIT", status: "<Sts>PDNG</Sts>")));

        (statement.BalanceCheck.ToString(), statement.Balance!.Amount.ToString(CultureInfo.InvariantCulture)).ShouldBe((check, closing));
    }

    [Fact]
    public void pages_are_proved_together()
    {
        var file = Read(File053(
            $"<Stmt>{Page("1", "false")}{Account}{Balance("OPBD", "10.00", "CRDT")}{Ntry("4.00", "DBIT")}</Stmt>"
            + $"<Stmt>{Page("2", "true")}{Account}{Balance("CLBD", "8.00", "CRDT")}{Ntry("2.00", "CRDT")}</Stmt>"));

        file.Statements.Select(statement => statement.BalanceCheck).ShouldBe([BalanceCheck.Proved, BalanceCheck.Proved]);
    }

    [Theory]
    [InlineData("<TtlCdtNtries><NbOfNtries>1</NbOfNtries><Sum>2.00</Sum></TtlCdtNtries><TtlDbtNtries><Sum>4.00</Sum></TtlDbtNtries>", "Proved")]
    [InlineData("<TtlCdtNtries><Sum>2.00</Sum></TtlCdtNtries><TtlDbtNtries><Sum>4.50</Sum></TtlDbtNtries>", "Contradicted")]
    [InlineData("<TtlNtries><NbOfNtries>3</NbOfNtries></TtlNtries>", "Contradicted")]
    [InlineData("<TtlNtries><NbOfNtries>2</NbOfNtries></TtlNtries>", "None")]
    public void a_summary_proves_the_entries_too(string summary, string check) =>
        Statement(Statement053($"<TxsSummry>{summary}</TxsSummry>" + Ntry("4.00", "DBIT") + Ntry("2.00", "CRDT"))).BalanceCheck.ToString().ShouldBe(check);

    [Fact]
    public void several_accounts_are_several_statements()
    {
        const string other = "<Acct><Id><Othr><Id>12-345</Id></Othr></Id><Ccy>CHF</Ccy><Svcr><FinInstnId><BICFI>BANKCHZZ</BICFI></FinInstnId></Svcr></Acct>";

        Read(File053($"<Stmt>{Account}{Ntry("4.00", "DBIT")}</Stmt><Stmt>{other}{Ntry("2.00", "CRDT")}</Stmt>")).Statements
            .Select(statement => (statement.BankAccount, statement.Bank, statement.Currency)).ShouldBe([("DE02120300000000202051", null, "EUR"), ("12-345", "BANKCHZZ", "CHF")]);
    }

    [Fact]
    public void a_cut_file_keeps_what_is_whole_and_says_so()
    {
        var whole = Statement053(Ntry("4.00", "DBIT") + Ntry("2.00", "CRDT"));
        var statement = Statement(whole[..(whole.LastIndexOf("<Ntry>", StringComparison.Ordinal) + 20)]);

        statement.Entries.ShouldHaveSingleItem().Amount.ShouldBe(-4.00m);
        statement.Rejected.ShouldHaveSingleItem().Code.ShouldBe("truncated");
        Refuse(whole[..whole.IndexOf("<Stmt>", StringComparison.Ordinal)]).Code.ShouldBe("malformed");
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]>")]
    [InlineData("<!DOCTYPE x SYSTEM \"http://localhost:1/x.dtd\">")]
    public void document_types_are_refused(string documentType) =>
        Refuse("<?xml version=\"1.0\"?>" + documentType + Statement053(Ntry("4.00", "DBIT"))).Code.ShouldBe("malformed");

    [Fact]
    public void deep_and_wide_files_are_refused()
    {
        Refuse(Statement053("<Ntry>" + string.Concat(Enumerable.Repeat("<NtryDtls>", 5000)))).Code.ShouldBe("malformed");
        Refuse(Statement053("<Ntry>" + string.Concat(Enumerable.Repeat("<Nm/>", 400_000)) + "</Ntry>")).Code.ShouldBe("malformed");
    }

    [Theory]
    [InlineData("-5.00", "DBIT")]
    [InlineData("5,00", "DBIT")]
    [InlineData("5.00", "OUT")]
    [InlineData("", "DBIT")]
    public void what_is_no_amount_is_rejected(string amount, string direction) => Rejection(Statement053(Ntry(amount, direction))).Code.ShouldBe("bad-amount");

    [Fact]
    public void the_declared_encoding_counts() =>
        Read(In("iso-8859-1", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + Statement053(Ntry("4.00", "DBIT", "<AddtlNtryInf>Müller</AddtlNtryInf>"))))
            .Statements[0].Entries[0].Payee.ShouldBe("Müller");

    public static string Statement053(string content) => File053($"<Stmt>{Account}{content}</Stmt>");

    public static string Ntry(
        string amount, string direction, string more = "", string details = "", string status = "<Sts>BOOK</Sts>", string date = "<BookgDt><Dt>2026-02-03</Dt></BookgDt>") =>
        $"<Ntry><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>{direction}</CdtDbtInd>{status}{date}{more}{details}</Ntry>";

    private static string File053(string statements) => new StringBuilder("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><GrpHdr/>")
        .Append(statements).Append("</BkToCstmrStmt></Document>").ToString();

    private static string Details(string content) => $"<NtryDtls><TxDtls>{content}</TxDtls></NtryDtls>";

    private static string Payment(string amount, string direction, string name, string reference)
    {
        var party = direction == "DBIT" ? "Cdtr" : "Dbtr";
        return $"<TxDtls><Refs><AcctSvcrRef>{reference}</AcctSvcrRef></Refs><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>{direction}</CdtDbtInd>"
            + $"<RltdPties><{party}><Pty><Nm>{name}</Nm></Pty></{party}></RltdPties></TxDtls>";
    }

    private static string Balance(string code, string amount, string direction) =>
        $"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>{direction}</CdtDbtInd><Dt><Dt>2026-02-03</Dt></Dt></Bal>";

    private static string Page(string number, string isLast) => $"<StmtPgntn><PgNb>{number}</PgNb><LastPgInd>{isLast}</LastPgInd></StmtPgntn>";
}
