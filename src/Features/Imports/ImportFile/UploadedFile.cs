namespace MyBudget.Features.Imports.ImportFile;

internal sealed class UploadedFile(string? name, ReadOnlyMemory<byte> content)
{
    private const int LongestName = 200;

    public string? Name { get; } = name;

    public ReadOnlyMemory<byte> Content { get; private set; } = content;

    /// <summary>Once it is read: what follows needs the memory.</summary>
    public void Release() => Content = default;

    /// <summary>Without folders and what cannot be shown; null where nothing is left.</summary>
    public string? ShownName
    {
        get
        {
            var line = new string([.. (Name ?? "").Where(character => !char.IsControl(character) && !char.IsSurrogate(character))]);
            line = line[(line.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
            return line.Length == 0 ? null : line[..Math.Min(line.Length, LongestName)];
        }
    }
}
