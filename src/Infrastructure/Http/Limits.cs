namespace MyBudget.Infrastructure.Http;

/// <summary>Configuration section <c>Limits</c>: what one client may ask of the server.</summary>
public sealed class Limits
{
    public const string Section = "Limits";

    /// <summary>Largest body in bytes, imports and receipts excepted.</summary>
    public long BodyBytes { get; set; } = 1024 * 1024;

    /// <summary>Largest bank file in bytes.</summary>
    public long ImportBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>
    /// Imports and previews that this process works on at the same time, as far as their files together are no larger than the largest
    /// file: each takes a multiple of its file of memory.
    /// </summary>
    public int ImportsAtOnce { get; set; } = 4;

    /// <summary>Those of one user.</summary>
    public int ImportsPerUser { get; set; } = 1;

    /// <summary>Largest receipt in bytes.</summary>
    public int ReceiptBytes { get; set; } = 5 * 1024 * 1024;

    /// <summary>What all receipts of a ledger may take, those included that were removed and can be restored.</summary>
    public long ReceiptsPerLedgerBytes { get; set; } = 1024 * 1024 * 1024;

    /// <summary>Receipts that this process reads and stores at the same time; each takes its size of memory.</summary>
    public int ReceiptsAtOnce { get; set; } = 8;

    /// <summary>Those of one user.</summary>
    public int ReceiptsPerUser { get; set; } = 2;

    /// <summary>
    /// Requests about any number of entries that this process works on at the same time: merged categories, edits in bulk, reconciliations,
    /// what undoes those or imports.
    /// </summary>
    public int ManyEntriesAtOnce { get; set; } = 4;

    /// <summary>Those of one user.</summary>
    public int ManyEntriesPerUser { get; set; } = 2;

    /// <summary>Exports that this process writes at the same time, each for as long as its reader takes.</summary>
    public int ExportsAtOnce { get; set; } = 20;

    /// <summary>Those of one user.</summary>
    public int ExportsPerUser { get; set; } = 1;

    /// <summary>Of how many batches of the largest size (<see cref="BodyBytes"/>) those may have the size that are worked on at the same time.</summary>
    public int LargestBatchesAtOnce { get; set; } = 16;

    /// <summary>Batches of one user, of any size.</summary>
    public int BatchesPerUser { get; set; } = 4;

    /// <summary>How long a request about many entries, or a batch, waits for its turn before it is refused.</summary>
    public TimeSpan WaitForTurn { get; set; } = TimeSpan.FromSeconds(5);

    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Time for imports, receipts and exports.</summary>
    public TimeSpan LongRequestTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Requests per minute of one signed-in user, on this replica.</summary>
    public int UserPerMinute { get; set; } = 1200;

    /// <summary>Requests per minute of one address that is not signed in, on this replica.</summary>
    public int AddressPerMinute { get; set; } = 120;

    /// <summary>More than any server answers; a bucket cannot be refilled more often than the clock ticks.</summary>
    public const int MostPerMinute = 100_000_000;

    /// <summary>Deepest nesting of a JSON body.</summary>
    public const int JsonDepth = 16;
}
