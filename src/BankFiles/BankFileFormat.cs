using MyBudget.BankFiles.Camt;
using MyBudget.BankFiles.Csv;
using MyBudget.BankFiles.Mt940;
using MyBudget.BankFiles.Ofx;
using MyBudget.BankFiles.Qif;
using MyBudget.BankFiles.Xlsx;

namespace MyBudget.BankFiles;

/// <summary>A format in which banks give statements. A new one is a folder of its own and a line in <see cref="All"/>.</summary>
internal abstract class BankFileFormat
{
    /// <summary>The first that recognises a file reads it. CSV comes last, as it has no mark of its own.</summary>
    public static IReadOnlyList<BankFileFormat> All { get; } =
        [new OfxFormat(), new QifFormat(), new CamtFormat(), new Mt940Format(), new XlsxFormat(), new CsvFormat()];

    /// <summary>For people.</summary>
    public static string Names => "OFX and QFX, QIF, CAMT.053 and CAMT.052, MT940, XLSX, CSV";

    /// <summary>In lower case, as reports tell it.</summary>
    public abstract string Name { get; }

    /// <summary>What files of this format are called by, in lower case with the point.</summary>
    public abstract IReadOnlyList<string> Extensions { get; }

    public abstract bool Recognises(FileHead head);

    /// <summary>Where the format itself tells money out from money in, signs are not turned, and not in silence.</summary>
    protected BankFileFormat EnsureWritten(BankFileOptions options) => options.Csv?.Negate is not true
        ? this
        : throw new BankFileException(
            "bad-mapping", $"A file of {Name.ToUpperInvariant()} itself tells money out from money in; `negate` cannot turn it.");

    /// <exception cref="BankFileException">The file as a whole cannot be read; nothing else is thrown for any content.</exception>
    public abstract BankFile Read(ReadOnlyMemory<byte> content, BankFileOptions options);
}
