using Cosecha.Azure;

namespace Cosecha.InfraTests;

/// <summary>The storage account of the template against what the code names and what docs/privacy.md promises.</summary>
public sealed class StorageTests(Template template)
{
    private const string Account = "Microsoft.Storage/storageAccounts";

    [Fact]
    public void Every_queue_of_the_code_is_there_with_its_poison_queue_and_no_other() =>
        Template
            .Names(template.Dev, $"{Account}/queueServices/queues")
            .ShouldBe(StorageNames.Queues.Concat(StorageNames.Queues.Select(q => q + StorageNames.PoisonSuffix)), ignoreOrder: true);

    [Fact]
    public void Every_table_of_the_code_is_there_and_no_other() =>
        Template.Names(template.Dev, $"{Account}/tableServices/tables").ShouldBe(StorageNames.Tables, ignoreOrder: true);

    [Fact]
    public void Every_container_of_the_code_is_there_and_one_for_the_app_itself()
    {
        var named = typeof(StorageNames)
            .GetFields()
            .Where(f => f.Name.EndsWith("Container", StringComparison.Ordinal))
            .Select(f => (string)f.GetRawConstantValue()!);
        Template.Names(template.Dev, $"{Account}/blobServices/containers").ShouldBe(named.Append("app-package"), ignoreOrder: true);
    }

    [Fact]
    public void Nothing_keeps_what_an_erasure_deletes()
    {
        foreach (var resources in new[] { template.Dev, template.Prod })
        {
            var blobs = Template.Of(resources, $"{Account}/blobServices").Single()["properties"]!;
            ((bool)blobs["isVersioningEnabled"]!).ShouldBeFalse();
            ((bool)blobs["deleteRetentionPolicy"]!["enabled"]!).ShouldBeFalse();
            ((bool)blobs["containerDeleteRetentionPolicy"]!["enabled"]!).ShouldBeFalse();
            ((bool)blobs["changeFeed"]!["enabled"]!).ShouldBeFalse();
            ((bool)blobs["restorePolicy"]!["enabled"]!).ShouldBeFalse();
        }
    }

    [Fact]
    public void No_rule_deletes_or_moves_a_blob_that_the_app_still_has()
    {
        var policy = Template.Of(template.Prod, $"{Account}/managementPolicies").Single()["properties"]!["policy"]!;
        var actions = policy["rules"]!.AsArray().Select(r => r!["definition"]!["actions"]!.AsObject());
        actions.ShouldAllBe(a => !a.ContainsKey("baseBlob"));
    }

    [Fact]
    public void Production_is_locked_and_reachable_from_its_own_network_only()
    {
        Template.Names(template.Prod, "Microsoft.Authorization/locks").ShouldBe(["no-delete", "no-delete"]);
        var account = Template.Of(template.Prod, Account).Single()["properties"]!;
        ((string)account["publicNetworkAccess"]!).ShouldBe("Disabled");
        var groups = Template
            .Of(template.Prod, "Microsoft.Network/privateEndpoints")
            .Select(e => (string)e["properties"]!["privateLinkServiceConnections"]![0]!["properties"]!["groupIds"]![0]!);
        groups.ShouldBe(["blob", "queue", "table", "vault", "account", "searchService"], ignoreOrder: true);
    }
}
