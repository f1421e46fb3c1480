using Azure;
using Azure.Identity;
using Cosecha.Azure;

namespace Cosecha.Cli.Doctor;

/// <summary>What is wrong with a service of the storage account, and the command that mends it.</summary>
internal sealed class StorageTrouble(StorageService service, DoctorSettings settings)
{
    private string Assignee =>
        settings.Configuration[$"{StorageAccount.Setting}:clientId"] is { Length: > 0 } app ? app : "IDENTITY_OF_THE_APP";

    /// <summary>Ways to set the storage account.</summary>
    /// <param name="settings">Where it is set.</param>
    public static string HowToSet(DoctorSettings settings) =>
        settings.IsOfAzure
            ? "azd provision sets it anew"
            : $"./run (Azurite), or {StorageAccount.Setting} in {settings.Name}: az storage account show-connection-string --name ACCOUNT --query connectionString --output tsv";

    /// <summary>Tells what an exception of the storage's client means.</summary>
    /// <param name="exception">What it threw.</param>
    /// <param name="act">What was tried, as a participle.</param>
    public Finding Describe(Exception exception, string act) =>
        exception switch
        {
            AuthenticationFailedException => Warn("not looked at: nobody is signed in to Azure on this machine", "az login"),
            RequestFailedException { Status: 401 or 403 } refused when settings.IsIdentity => RefusedToYou(CodeOf(refused), act),
            RequestFailedException { Status: 401 or 403 } refused => Refused(CodeOf(refused), act),
            RequestFailedException { Status: > 0 } answered => Fail(
                $"{service.Address.Authority} answered {answered.Status} {CodeOf(answered)}",
                $"az storage account show --name {service.Account}"
            ),
            _ => Fail($"{service.Address.Authority} does not answer", HowToReach()),
        };

    /// <summary>The storage's own code; the tables' client does not take it from the header.</summary>
    private static string CodeOf(RequestFailedException answer) =>
        answer.ErrorCode ?? (answer.GetRawResponse()?.Headers.TryGetValue("x-ms-error-code", out var code) == true ? code! : "");

    /// <summary>Whoever deploys has no access to data (docs/deploy.md), and the app's own is not asked here.</summary>
    private Finding RefusedToYou(string code, string act) =>
        Warn(
            $"cannot be {act} by you ({code}), which is as it should be; with --url the app says how it is to it",
            $"only if the app's health calls its storage unhealthy: az role assignment create --role \"{service.Role}\" --assignee {Assignee} "
                + $"--scope \"$(az storage account show --name {service.Account} --query id --output tsv)\""
        );

    private Finding Refused(string code, string act) =>
        code switch
        {
            "KeyBasedAuthenticationNotPermitted" => Fail(
                $"account {service.Account} takes no keys",
                $"take {StorageAccount.Setting} out and name {string.Join(", ", StorageClients.Addresses.Select(a => $"{StorageAccount.Setting}__{a}"))} instead"
            ),
            _ => Fail(
                $"cannot be {act}: the key in {StorageAccount.Setting} is refused ({code}); or the account's network rules shut this machine out",
                settings.IsEmulator
                    ? settings.HowToSet(StorageAccount.Setting, "UseDevelopmentStorage=true")
                    : $"az storage account show-connection-string --name {service.Account} --query connectionString --output tsv"
            ),
        };

    private string HowToReach() =>
        service.Address.IsLoopback
            ? "./run starts Azurite with the app; alone: npx azurite --silent --location .local/azurite"
            : $"az storage account show --name {service.Account} --query \"[publicNetworkAccess, networkRuleSet.defaultAction]\"";

    private Finding Warn(string seen, string mend) => new(Verdict.Warn, service.Name, seen, mend);

    private Finding Fail(string seen, string mend) => new(Verdict.Fail, service.Name, seen, mend);
}
