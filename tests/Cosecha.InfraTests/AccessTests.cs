using System.Text.Json.Nodes;

namespace Cosecha.InfraTests;

/// <summary>Who may do what: one identity, five roles, no key.</summary>
public sealed class AccessTests(Template template)
{
    // Azure's built-in roles, by what docs/deploy.md calls them.
    private static readonly IReadOnlyDictionary<string, string> s_roles = new Dictionary<string, string>
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["5e0bd9bd-7b93-4f28-af87-19fc36ad61bd"] = "Cognitive Services OpenAI User",
        ["8ebe5a00-799e-43f5-93ac-243d3dce84a7"] = "Search Index Data Contributor",
    };

    [Fact]
    public void The_app_has_the_roles_that_it_needs_and_no_other()
    {
        Roles(template.Prod).ShouldBe(s_roles.Values, ignoreOrder: true);
        Roles(template.Dev).ShouldBe(s_roles.Values.SkipLast(2), ignoreOrder: true);
    }

    [Fact]
    public void Each_role_holds_for_one_resource_not_for_a_group_of_them()
    {
        foreach (var role in Template.Of(template.Prod, "Microsoft.Authorization/roleAssignments"))
        {
            ((string)role["id"]!).ShouldMatch("/providers/Microsoft\\.(Storage|Insights|KeyVault|CognitiveServices|Search)/\\w+/");
            ((string)role["properties"]!["principalType"]!).ShouldBe("ServicePrincipal");
        }
    }

    [Fact]
    public void The_docs_name_every_role()
    {
        var page = Repository.Read("docs", "deploy.md");
        foreach (var role in s_roles.Values)
        {
            page.ShouldContain(role);
        }
    }

    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts", "allowSharedKeyAccess", false)]
    [InlineData("Microsoft.Storage/storageAccounts", "allowBlobPublicAccess", false)]
    [InlineData("Microsoft.Insights/components", "DisableLocalAuth", true)]
    [InlineData("Microsoft.KeyVault/vaults", "enableRbacAuthorization", true)]
    [InlineData("Microsoft.CognitiveServices/accounts", "disableLocalAuth", true)]
    [InlineData("Microsoft.Search/searchServices", "disableLocalAuth", true)]
    [InlineData("Microsoft.Web/sites/basicPublishingCredentialsPolicies", "allow", false)]
    public void No_service_takes_a_key(string type, string property, bool value)
    {
        var resources = Template.Of(template.Prod, type).ToList();
        resources.ShouldNotBeEmpty();
        resources.ShouldAllBe(r => (bool)r["properties"]![property]! == value);
    }

    [Fact]
    public void Nobody_reads_a_key_or_gives_out_a_secret()
    {
        foreach (var file in Directory.GetFiles(template.Folder, "*.bicep", SearchOption.AllDirectories))
        {
            File.ReadAllText(file).ShouldNotMatch(@"\blist\w*\(|AccountKey=|@secure", Path.GetFileName(file));
        }
    }

    private static IEnumerable<string> Roles(IEnumerable<JsonNode> resources) =>
        Template
            .Of(resources, "Microsoft.Authorization/roleAssignments")
            .Select(r => s_roles[((string)r["properties"]!["roleDefinitionId"]!).Split('/')[^1]]);
}
