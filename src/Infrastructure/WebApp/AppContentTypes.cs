using Microsoft.AspNetCore.StaticFiles;

namespace MyBudget.Infrastructure.WebApp;

/// <summary>What a file is, by its name: a packed one is what it was packed from. All texts of the app are UTF-8.</summary>
internal sealed class AppContentTypes : IContentTypeProvider
{
    /// <summary>Of a file that was packed with brotli when the app was built.</summary>
    public const string Packed = ".br";

    private readonly FileExtensionContentTypeProvider _known = new();

    public bool TryGetContentType(string subpath, out string contentType)
    {
        var name = subpath.EndsWith(Packed, StringComparison.Ordinal) ? subpath[..^Packed.Length] : subpath;
        if (!_known.TryGetContentType(name, out var known))
        {
            contentType = string.Empty;
            return false;
        }

        contentType = known.StartsWith("text/", StringComparison.Ordinal) ? $"{known}; charset=utf-8" : known;
        return true;
    }
}
