namespace MyBudget.Tests.Deployment;

/// <summary>A client that was served after the restore and before the new incarnations would keep its cursor, and miss what others enter from then on.</summary>
public sealed class RecoveryScriptTests
{
    [Theory]
    [InlineData("docker/single-server/restore-pitr.sh")]
    [InlineData("docker/swarm/bin/restore-pitr.sh")]
    public void the_api_is_off_from_before_the_restore_until_every_ledger_has_a_new_incarnation(string file)
    {
        var steps = DeploymentFiles.Text(file).Split('\n').SkipWhile(line => line != "say \"api off\"").ToList();

        int Step(string what) => steps.FindIndex(line => line.Contains(what, StringComparison.Ordinal));
        int[] places = [Step("api off"), Step(" restore-cluster "), Step("renew-incarnations || fail "), Step("totals check || fail "), Step("say \"api on\"")];

        places.ShouldBe(places.Where(place => place >= 0).Order());
    }
}
