using System.Reflection;
using System.Text.RegularExpressions;
using JasperFx.Events.Projections;
using JasperFx.MultiTenancy;

namespace MyBudget.Tests.Architecture;

public sealed class StorageTests
{
    private static readonly string[] Conventions = ["Create", "Apply", "ShouldDelete", "Project", "Transform"];

    /// <summary>Documents that live outside ledgers, each with the reason. Everything else is seen only within its ledger.</summary>
    private static readonly Dictionary<string, string> Global = new(StringComparer.Ordinal)
    {
        ["LedgerMembership"] = "the directory that leads into a ledger",
        ["LedgerInvitation"] = "found by whom it lets into a ledger",
        ["SignInSession"] = "a user's, checked before any ledger is entered",
        ["UserProfile"] = "a user is the same in all ledgers",
        ["Credentials"] = "a user's",
        ["RefreshToken"] = "a sign-in's",
        ["MailCode"] = "a user's",
        ["FirebaseLink"] = "a user's",
        ["Device"] = "a phone is its user's, whatever ledgers are on it",
        ["InboxEntry"] = "one inbox for all ledgers, and for the account itself",
        ["NotificationPreferences"] = "one choice for all ledgers",
    };

    private static readonly List<Type> Projections =
        [.. Product.Types.Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(ProjectionBase)))];

    [Fact]
    public void a_document_belongs_to_a_ledger_or_is_reviewed() => Documents().ShouldAllObey(document =>
        document.Tenancy == TenancyStyle.Conjoined != Global.ContainsKey(document.Type.Name) ? null : $"{document.Type.FullName} is {document.Tenancy}");

    [Fact]
    public void the_list_of_global_documents_is_kept_up_to_date() => Global.Keys.ToList().ShouldAllObey(name =>
        Documents().Any(document => document.Type.Name == name) ? null : name);

    [Fact]
    public void a_projections_methods_are_public() => Projections.ShouldAllObey(projection =>
        projection.GetMethods(BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .FirstOrDefault(method => Conventions.Contains(method.Name)) is { } hidden ? $"{projection.FullName}.{hidden.Name}" : null);

    [Fact]
    public void a_projection_is_partial() => Projections.ShouldAllObey(projection =>
        Product.Files.Any(file => Regex.IsMatch(file.Text, $@"\bpartial class {projection.Name}\b", RegexOptions.None, TimeSpan.FromSeconds(1)))
            ? null
            : projection.FullName);

    [Fact]
    public void a_projection_is_registered() => Projections.ShouldAllObey(projection =>
        Product.Files.Any(file => file.Text.Contains($"Projections.Add<{projection.Name}>(", StringComparison.Ordinal)) ? null : projection.FullName);

    private static List<(Type Type, TenancyStyle Tenancy)> Documents() =>
        [.. Storage.Options.AllKnownDocumentTypes().Where(document => document.DocumentType.Assembly == Product.Assembly)
            .Select(document => (document.DocumentType, document.TenancyStyle))];
}
