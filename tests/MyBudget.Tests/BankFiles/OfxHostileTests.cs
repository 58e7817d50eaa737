using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

public class OfxHostileTests
{
    private const string Complete = "<STMTTRN><DTPOSTED>20260101<TRNAMT>1<FITID>1<NAME>First</STMTTRN>\n";

    [Fact]
    public void keeps_what_is_complete_before_a_cut_and_reports_the_rest()
    {
        var whole = Sgml(Complete + "<STMTTRN><DTPOSTED>20260102<TRNAMT>-20<FITID>2<NAME>Second</STMTTRN>\n");
        var statement = Statement(whole[..whole.IndexOf("<NAME>Second", StringComparison.Ordinal)]);

        statement.Entries.ShouldHaveSingleItem().Payee.ShouldBe("First");
        var rejected = statement.Rejected.ShouldHaveSingleItem();
        (rejected.Line, rejected.Code).ShouldBe((15, "truncated"));
    }

    [Fact]
    public void reports_a_cut_between_entries()
    {
        var whole = Sgml(Complete);
        var statement = Statement(whole[..whole.IndexOf("</BANKTRANLIST>", StringComparison.Ordinal)]);

        statement.Entries.Count.ShouldBe(1);
        statement.Rejected.ShouldHaveSingleItem().Code.ShouldBe("truncated");
    }

    [Fact]
    public void refuses_a_file_cut_before_its_first_statement() =>
        Refuse(SgmlHeader + "<OFX><SIGNONMSGSRSV1><SONRS>").Code.ShouldBe("truncated");

    [Fact]
    public void never_tells_a_cut_file_for_a_whole_one()
    {
        var whole = Sgml(Complete + Complete.Replace("<FITID>1", "<FITID>2", StringComparison.Ordinal)).TrimEnd();
        for (var length = whole.IndexOf("<STMTRS>", StringComparison.Ordinal) + 8; length < whole.Length; length++)
            Statement(whole[..length]).Rejected.Count.ShouldBe(1, $"cut at {length}");
    }

    [Theory]
    [InlineData("<!DOCTYPE OFX [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;&lol;\">]>", "&lol2;")]
    [InlineData("<!DOCTYPE OFX [<!ENTITY xxe SYSTEM \"file:///etc/passwd\">]>", "&xxe;")]
    [InlineData("<!DOCTYPE OFX SYSTEM \"http://localhost:1/evil.dtd\">", "&evil;")]
    public void expands_no_entities_and_fetches_no_document_types(string documentType, string name)
    {
        var entry = Entry($"<?xml version=\"1.0\"?>\n{documentType}\n<OFX><STMTRS><STMTTRN><DTPOSTED>20260101<TRNAMT>1<NAME>{name}</STMTTRN></STMTRS></OFX>");

        entry.Payee.ShouldBe(name);
    }

    [Fact]
    public void lets_no_control_character_into_a_text() =>
        Entry(Sgml("20260101", "1", "<NAME>A\0B\u0007C&#0;&#1;&#xD800;D\uFEFF\r\nE")).Payee.ShouldNotBeNull()
            .ShouldAllBe(c => !char.IsControl(c) && !char.IsSurrogate(c));

    [Theory]
    [InlineData("<")]
    [InlineData("<PAYEE>")]
    [InlineData("<STMTRS>")]
    [InlineData("<STMTTRN>")]
    [InlineData("<![CDATA[")]
    [InlineData("x<![CDATA[a]]>")]
    [InlineData("<!--")]
    [InlineData("<!DOCTYPE [")]
    [InlineData("<?")]
    [InlineData("&amp")]
    [InlineData("</STMTTRN>")]
    public void reads_repeated_pieces_in_linear_time(string piece)
    {
        var text = "<OFX><STMTRS><STMTTRN><NAME>" + string.Concat(Enumerable.Repeat(piece, 300_000));

        FuzzedBankFiles.ReadsOrRefuses(System.Text.Encoding.UTF8.GetBytes(text));
    }
}
