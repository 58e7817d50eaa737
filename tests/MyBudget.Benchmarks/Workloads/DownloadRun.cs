using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using MyBudget.Benchmarks.Data;
using MyBudget.Benchmarks.Load;
using MyBudget.Benchmarks.Report;
using MyBudget.Benchmarks.Servers;

namespace MyBudget.Benchmarks.Workloads;

/// <summary>
/// Everything that a client without a copy of the ledger reads, compressed as for a browser: page after page from the product, and from
/// the floor what one COPY of its table writes.
/// </summary>
internal sealed class DownloadRun(Side side, string token, SampleLedger ledger)
{
    public const string Key = "download";
    public const string Name = "first download";
    public const double Share = 0.5;
    public const double BytesAllowed = 120;

    /// <summary>Of resident memory, while a download is under way.</summary>
    public const double MegabytesAllowed = 16;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    /// <summary>Downloads from both by turns.</summary>
    public static async Task<(Rounds Rounds, Downloads Downloads)> CompareAsync(
        Side product, Side floor, string token, SampleLedger ledger, int rounds, CancellationToken cancellationToken)
    {
        Progress.Say(string.Create(CultureInfo.InvariantCulture, $"{Name} at {ledger.Size:n0}"));
        var (onProduct, onFloor) = (new DownloadRun(product, token, ledger), new DownloadRun(floor, token, ledger));
        // A small ledger is soon through, and the runtime has not compiled everything then.
        for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < WarmUp;)
        {
            await onProduct.PagesAsync(cancellationToken);
            await onFloor.CopyAsync(cancellationToken);
        }

        var measured = new Rounds(Name, ledger.Size);
        var memory = new List<(long Before, long Highest)>();
        var (bytes, floorBytes) = (0L, 0L);
        for (var round = 0; round < rounds; round++)
        {
            var ofProduct = await onProduct.PagesAsync(cancellationToken);
            var ofFloor = await onFloor.CopyAsync(cancellationToken);
            measured.Add(ofProduct.Result, ofFloor.Result);
            memory.Add(ofProduct.Memory);
            (bytes, floorBytes) = (ofProduct.Bytes, ofFloor.Bytes);
        }

        return (measured, new Downloads(ledger.Size, bytes, floorBytes, memory));
    }

    private Task<Download> PagesAsync(CancellationToken cancellationToken) =>
        MeasureAsync((http, look) => ReadPagesAsync(http, ledger, look, cancellationToken), cancellationToken);

    /// <summary>What all pages together are on the wire.</summary>
    public static async Task<long> BytesAsync(int port, string token, SampleLedger ledger, CancellationToken cancellationToken)
    {
        using var connections = new CountedConnections(port);
        await ReadPagesAsync(Prepared(connections, token), ledger, static () => { }, cancellationToken);
        return connections.Received;
    }

    private Task<Download> CopyAsync(CancellationToken cancellationToken) =>
        MeasureAsync((http, _) => ReadAsync(http, $"{ledger.Path}/copy", Stream.Null, cancellationToken), cancellationToken);

    private async Task<Download> MeasureAsync(Func<HttpClient, Action, Task> download, CancellationToken cancellationToken)
    {
        using var connections = new CountedConnections(side.Port);
        var http = Prepared(connections, token);
        var (before, resident) = (await side.ReadAsync(cancellationToken), side.Memory.Now);
        var (begin, highest) = (Stopwatch.GetTimestamp(), resident);
        await download(http, () => highest = Math.Max(highest, side.Memory.Now));
        var (ticks, elapsed) = (Stopwatch.GetTimestamp() - begin, Stopwatch.GetElapsedTime(begin));
        var used = await side.ReadAsync(cancellationToken) - before;
        return new Download(
            LoadResult.Of([ticks], elapsed, used) with { PerSecond = ledger.Size / elapsed.TotalSeconds }, connections.Received, (resident, highest));
    }

    private static HttpClient Prepared(CountedConnections connections, string token)
    {
        var http = connections.Http;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        return http;
    }

    private static async Task ReadPagesAsync(HttpClient http, SampleLedger ledger, Action look, CancellationToken cancellationToken)
    {
        for (var since = ""; since is not null;)
        {
            using var body = new MemoryStream();
            await ReadAsync(http, $"{ledger.Path}/changes?limit={SampleChanges.PageSize}{since}", body, cancellationToken);
            since = NextOf(body.GetBuffer().AsSpan(0, (int)body.Length));
            look();
        }
    }

    private static async Task ReadAsync(HttpClient http, string path, Stream to, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        await using var plain = new BrotliStream(await response.Content.ReadAsStreamAsync(cancellationToken), CompressionMode.Decompress);
        await plain.CopyToAsync(to, cancellationToken);
    }

    /// <summary>What asks for the page after one; null after the last.</summary>
    private static string? NextOf(ReadOnlySpan<byte> page)
    {
        var end = page[page.LastIndexOf("\"cursor\":\""u8)..];
        var cursor = end[10..(10 + end[10..].IndexOf((byte)'"'))];
        return end.EndsWith("\"hasMore\":true}"u8) ? $"&since={Encoding.ASCII.GetString(cursor)}" : null;
    }
}

/// <param name="Bytes">On the wire.</param>
/// <param name="Memory">The server's, resident: before it, and the highest while it was under way.</param>
internal sealed record Download(LoadResult Result, long Bytes, (long Before, long Highest) Memory);

/// <param name="Size">Transactions of the ledger.</param>
/// <param name="Bytes">On the wire of the product.</param>
/// <param name="FloorBytes">On the wire of the floor.</param>
/// <param name="Memory">The product's, once for each download.</param>
internal sealed record Downloads(int Size, long Bytes, long FloorBytes, IReadOnlyList<(long Before, long Highest)> Memory)
{
    public double Grown => Rounds.Median(Memory.Select(memory => (double)(memory.Highest - memory.Before)));
}
