using System.Reflection;
using JasperFx.MultiTenancy;
using MyBudget.Infrastructure.EventStore;

namespace MyBudget.Tests.Architecture;

public sealed class StorageTests
{
    private static readonly string[] Conventions = ["Create", "Apply", "ShouldDelete", "Evolve"];

    /// <summary>Documents that live outside ledgers, each with the reason. Everything else is seen only within its ledger.</summary>
    private static readonly Dictionary<string, string> Global = new(StringComparer.Ordinal)
    {
        ["LedgerMembership"] = "the directory that leads into a ledger",
        ["DeletedMembership"] = "the same of a ledger that is not to be found there",
        ["LedgerInvitation"] = "found by whom it lets into a ledger",
        ["JoinLink"] = "found by who asks to be let into a ledger",
        ["JoinRequest"] = "of somebody who is in no ledger yet",
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

    private static readonly List<Type> States =
        [.. Product.Types.Where(type => type.GetInterfaces().Any(implemented => implemented.IsGenericType && implemented.GetGenericTypeDefinition() == typeof(ILedgerState<>)
            && implemented.GenericTypeArguments[0] == type))];

    [Fact]
    public void a_document_belongs_to_a_ledger_or_is_reviewed() => Documents().ShouldAllObey(document =>
        document.Tenancy == TenancyStyle.Conjoined != Global.ContainsKey(document.Type.Name) ? null : $"{document.Type.FullName} is {document.Tenancy}");

    [Fact]
    public void the_list_of_global_documents_is_kept_up_to_date() => Global.Keys.ToList().ShouldAllObey(name =>
        Documents().Any(document => document.Type.Name == name) ? null : name);

    [Fact]
    public void a_state_is_stored_and_part_of_every_write() => States.ShouldAllObey(state =>
        Product.Files.Any(file => file.Text.Contains($"AddLedgerEntity<{state.Name}>(", StringComparison.Ordinal)) ? null : state.FullName);

    /// <summary>Marten would fold it by methods of these names instead of by <c>Fold</c>.</summary>
    [Fact]
    public void a_state_has_no_methods_that_marten_goes_by() => States.ShouldAllObey(state =>
        state.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .FirstOrDefault(method => Conventions.Contains(method.Name)) is { } method ? $"{state.FullName}.{method.Name}" : null);

    private static List<(Type Type, TenancyStyle Tenancy)> Documents() =>
        [.. Storage.Options.AllKnownDocumentTypes().Where(document => document.DocumentType.Assembly == Product.Assembly)
            .Select(document => (document.DocumentType, document.TenancyStyle))];
}
