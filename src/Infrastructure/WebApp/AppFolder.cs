using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace MyBudget.Infrastructure.WebApp;

/// <summary>
/// The files of the built app and nothing else: what begins with a dot is none of them, at any depth, nor is what a link leads to. The folder
/// itself may be reached by links.
/// </summary>
internal sealed class AppFolder(PhysicalFileProvider files) : IFileProvider
{
    public IFileInfo GetFileInfo(string subpath)
    {
        var file = files.GetFileInfo(subpath);
        return file is { Exists: true, PhysicalPath: { } path } && IsOfTheApp(path) ? file : new NotFoundFileInfo(subpath);
    }

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private bool IsOfTheApp(string path)
    {
        for (var entry = path; entry.Length > files.Root.Length; entry = Path.GetDirectoryName(entry)!)
        {
            if (Path.GetFileName(entry).StartsWith('.') || new FileInfo(entry).LinkTarget is not null) return false;
        }

        return true;
    }
}
