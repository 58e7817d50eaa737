namespace MyBudget.Benchmarks.App;

/// <summary>What was measured of the app, as the script tells it.</summary>
/// <param name="Visit">A first visit, in each language.</param>
/// <param name="Pulls">First downloads, per ledger.</param>
/// <param name="Starts">Warm starts, per ledger and speed.</param>
/// <param name="Keypads">From the tap to the keypad.</param>
/// <param name="Searches">From the text to what is found.</param>
/// <param name="Scrolls">Flings through the list of entries.</param>
/// <param name="Audit">What Lighthouse says of the first page.</param>
internal sealed record AppMeasurements(
    IReadOnlyList<Visit> Visit, IReadOnlyList<Pull> Pulls, IReadOnlyList<Timed> Starts, IReadOnlyList<Timed> Keypads, IReadOnlyList<Timed> Searches,
    IReadOnlyList<Scroll> Scrolls, Audit Audit)
{
    /// <summary>Where and how it was measured.</summary>
    public string Setting { get; init; } = "";
}

/// <param name="Locale">The browser's.</param>
/// <param name="Bytes">That came until the app was installed, heads of HTTP included.</param>
/// <param name="Files">That were asked for until then.</param>
/// <param name="Whole">Bytes when the rest had come, too.</param>
internal sealed record Visit(string Locale, long Bytes, int Files, long Whole);

/// <param name="Size">Transactions.</param>
/// <param name="Whole">Milliseconds from the sign-in to the end of the download.</param>
/// <param name="Longest">The longest time in which nothing that is tapped was answered, in milliseconds; 0 for none above 50.</param>
/// <param name="Tasks">How many such times there were.</param>
internal sealed record Pull(int Size, double Whole, double Longest, int Tasks);

/// <param name="Size">Transactions.</param>
/// <param name="Slow">How many times as slow as this machine.</param>
/// <param name="Median">Milliseconds.</param>
/// <param name="Longest">Of all rounds.</param>
internal sealed record Timed(int Size, int Slow, double Median, double Longest);

/// <param name="Size">Transactions.</param>
/// <param name="Slow">How many times as slow as this machine.</param>
/// <param name="Frames">That were drawn.</param>
/// <param name="P95">Milliseconds from one to the next.</param>
/// <param name="Longest">Of all.</param>
/// <param name="Blank">In how many there was nothing where a row should have been.</param>
internal sealed record Scroll(int Size, int Slow, int Frames, double P95, double Longest, int Blank);

/// <param name="Performance">Of 100, as Accessibility and BestPractices.</param>
/// <param name="Version">Of Lighthouse.</param>
/// <param name="Faults">Audits that were not passed.</param>
internal sealed record Audit(int Performance, int Accessibility, int BestPractices, string Version, IReadOnlyList<string> Faults);
