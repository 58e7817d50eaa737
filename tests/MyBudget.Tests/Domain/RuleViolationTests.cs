using MyBudget.Domain;

namespace MyBudget.Tests.Domain;

public sealed class RuleViolationTests
{
    [Fact]
    public void A_broken_rule_has_a_code_a_message_and_no_arguments_unless_given()
    {
        var violation = new RuleViolation("accounts.closed", "The account is closed.");

        violation.Code.ShouldBe("accounts.closed");
        violation.Message.ShouldBe("The account is closed.");
        violation.Arguments.ShouldBeEmpty();
        violation.IsConflict.ShouldBeFalse();
    }

    [Fact]
    public void A_conflict_is_told_apart_and_keeps_its_arguments()
    {
        var violation = RuleViolation.Conflict(
            "accounts.name-taken", "Taken.", new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = "Cash" });

        violation.IsConflict.ShouldBeTrue();
        violation.Arguments["name"].ShouldBe("Cash");
    }
}
