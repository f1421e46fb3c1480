using Azure;
using Azure.Identity;
using Cosecha.Azure;

namespace Cosecha.Cli.Doctor;

/// <summary>What is wrong with a service of the storage account, and the command that mends it.</summary>
internal sealed class StorageTrouble(StorageService service, DoctorSettings settings)
{
    private string Scope => $"\"$(az storage account show --name {service.Account} --query id --output tsv)\"";

    private bool HasKey => !string.IsNullOrEmpty(settings.Configuration[StorageAccount.Setting]);

    /// <summary>Ways to set the storage account.</summary>
    /// <param name="file">The settings' file.</param>
    public static string HowToSet(string file) =>
        $"./run (Azurite), or {StorageAccount.Setting} in {file}: az storage account show-connection-string --name ACCOUNT --query connectionString --output tsv";

    /// <summary>Tells what an exception of the storage's client means.</summary>
    /// <param name="exception">What it threw.</param>
    /// <param name="act">What was tried, as a participle.</param>
    public Finding Describe(Exception exception, string act) =>
        exception switch
        {
            AuthenticationFailedException => Fail("nobody is signed in to Azure on this machine", "az login"),
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

    private Finding Refused(string code, string act) =>
        code switch
        {
            "KeyBasedAuthenticationNotPermitted" => Fail(
                $"account {service.Account} takes no keys",
                $"take {StorageAccount.Setting} out and name {string.Join(", ", StorageClients.Addresses.Select(a => $"{StorageAccount.Setting}__{a}"))} instead"
            ),
            _ when HasKey && code != "AuthorizationPermissionMismatch" => Fail(
                $"cannot be {act}: the key in {StorageAccount.Setting} is refused ({code}); or the account's network rules shut this machine out",
                settings.IsEmulator
                    ? $"\"{StorageAccount.Setting}\": \"UseDevelopmentStorage=true\""
                    : $"az storage account show-connection-string --name {service.Account} --query connectionString --output tsv"
            ),
            "AuthorizationFailure" => Fail(
                $"cannot be {act}: the network rules of account {service.Account} shut this machine out ({code})",
                $"az storage account network-rule add --account-name {service.Account} --ip-address ADDRESS_OF_THIS_MACHINE"
            ),
            _ => Fail($"cannot be {act}: the role {service.Role} is missing ({code})", Assign()),
        };

    private string Assign()
    {
        var role = $"az role assignment create --role \"{service.Role}\" --scope {Scope}";
        var own = $"{role} --assignee \"$(az ad signed-in-user show --query id --output tsv)\"";
        return settings.Configuration[$"{StorageAccount.Setting}:clientId"] is { Length: > 0 } app
            ? $"{own}   # for whoever asks here; for the app: --assignee {app}"
            : own;
    }

    private string HowToReach() =>
        service.Address.IsLoopback
            ? "./run starts Azurite with the app; alone: npx azurite --silent --location .local/azurite"
            : $"az storage account show --name {service.Account} --query \"[publicNetworkAccess, networkRuleSet.defaultAction]\"";

    private Finding Fail(string seen, string mend) => new(Verdict.Fail, service.Name, seen, mend);
}
