using System.IO.Pipelines;
using System.Text.Json;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Tests.Infrastructure.UseCases;

public sealed class ExportWriterTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task sends_what_has_gathered_once_it_is_worth_it()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        using var export = new ExportWriter(pipe.Writer, JsonSerializerOptions.Web);
        export.Json.WriteStartArray();

        export.Write(new { Note = "short" });
        await export.DrainAsync(Cancellation);
        pipe.Reader.TryRead(out _).ShouldBeFalse();

        export.Write(new { Note = new string('x', 40_000) });
        await export.DrainAsync(Cancellation);
        pipe.Reader.TryRead(out var sent).ShouldBeTrue();
        sent.Buffer.Length.ShouldBeGreaterThan(40_000);
    }

    [Fact]
    public async Task waits_for_a_slow_reader_instead_of_gathering_without_end()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 1, resumeWriterThreshold: 1));
        using var export = new ExportWriter(pipe.Writer, JsonSerializerOptions.Web);
        export.Write(new string('x', 40_000));

        var draining = export.DrainAsync(Cancellation).AsTask();
        draining.IsCompleted.ShouldBeFalse();
        var sent = await pipe.Reader.ReadAsync(Cancellation);
        pipe.Reader.AdvanceTo(sent.Buffer.End);

        await draining;
    }
}
