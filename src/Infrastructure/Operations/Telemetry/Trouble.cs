namespace MyBudget.Infrastructure.Operations.Telemetry;

/// <summary>
/// What is tried again and again is logged when it begins to fail, when it fails otherwise, and when it works again: a database
/// that is away for an hour would fill the log.
/// </summary>
internal sealed class Trouble
{
    private string? _reason;

    /// <returns>Whether the reason is a new one.</returns>
    public bool IsNew(Exception failure)
    {
        var known = _reason;
        _reason = $"{failure.GetType()} {failure.Message}";
        return _reason != known;
    }

    /// <returns>Whether there was any.</returns>
    public bool Ends()
    {
        var was = _reason is not null;
        _reason = null;
        return was;
    }
}
