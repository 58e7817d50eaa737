using MyBudget.BankFiles.Csv;
using MyBudget.BankFiles.Ofx;

namespace MyBudget.BankFiles;

/// <summary>Reads a bank's file, of a format told by its content, into one model.</summary>
internal static class BankFileReader
{
    /// <exception cref="BankFileException">The file as a whole cannot be read; nothing else is thrown for any content.</exception>
    public static BankFile Read(ReadOnlyMemory<byte> content, string? fileName, BankFileOptions options)
    {
        FileSignature.RejectForeign(content.Span);
        var format = FormatDetection.Detect(content.Span, options.Csv is not null);
        return format switch
        {
            BankFileFormat.Ofx => OfxReader.Read(OfxDecoding.Decode(content.Span), options),
            BankFileFormat.Csv => CsvStatementReader.Read(Decode(content.Span, options.Csv?.Encoding), options),
            _ => throw Unknown(fileName),
        };
    }

    /// <summary>A CSV file declares no encoding; the user may.</summary>
    private static DecodedText Decode(ReadOnlySpan<byte> content, string? encoding) => string.IsNullOrWhiteSpace(encoding)
        ? TextDecoding.Decode(content, declared: null)
        : TextDecoding.DecodeAs(content, encoding.Trim());

    private static BankFileException Unknown(string? fileName) => new(
        "unknown-format",
        Path.GetExtension(fileName)?.ToUpperInvariant() switch
        {
            ".OFX" or ".QFX" => "The file is named like an OFX file, but its content is not OFX.",
            ".CSV" => "The file is named like a CSV file, but its content is not a table of entries.",
            _ => "The file is none of the formats that can be imported.",
        });
}
