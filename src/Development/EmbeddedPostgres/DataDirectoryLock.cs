namespace MyBudget.Development.EmbeddedPostgres;

/// <summary>
/// Makes sure that one process at a time looks after a data directory. The kernel drops the lock with its process, so a
/// kill leaves nothing behind; the file itself stays, because deleting it would let two processes lock two files.
/// </summary>
internal sealed class DataDirectoryLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly FileStream _file;

    private DataDirectoryLock(FileStream file) => _file = file;

    public static async Task<DataDirectoryLock> AcquireAsync(string dataDirectory, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var path = dataDirectory + ".lock";
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new DataDirectoryLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
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

    public void Dispose() => _file.Dispose();
}
