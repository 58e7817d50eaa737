using System.Text.Json;
using MyBudget.Tests.Architecture;

namespace MyBudget.Tests.Firebase;

/// <summary>The files that describe the Firebase project.</summary>
internal static class FirebaseFolder
{
    public static readonly JsonDocumentOptions Commented = new() { CommentHandling = JsonCommentHandling.Skip };

    public static string Read(string file) => File.ReadAllText(Path.Combine(Product.Folder, "firebase", file));
}
