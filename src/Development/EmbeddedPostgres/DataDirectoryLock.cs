namespace MyBudget.Development.EmbeddedPostgres;

/// <summary>
/// Makes sure that one process at a time looks after a data directory. The kernel drops the lock with its process, so a
/// kill leaves nothing behind; the file itself stays, because deleting it would let two processes lock two files.
/// </summary>
internal static class DataDirectoryLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <returns>What holds the lock until it is disposed.</returns>
    public static async Task<IDisposable> AcquireAsync(string dataDirectory, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(dataDirectory + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (held is not DirectoryNotFoundException)
            {
                if (TimeProvider.System.GetElapsedTime(since) >= timeout)
                {
                    throw new EmbeddedPostgresException(
                        $"Another MyBudget process is using the data directory {dataDirectory}. Stop it first, or choose another directory.",
                        held);
                }
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }
}
