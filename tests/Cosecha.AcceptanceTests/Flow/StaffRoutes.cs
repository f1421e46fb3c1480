using System.Reflection;
using System.Text;
using Cosecha.Functions;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.AcceptanceTests.Flow;

/// <summary>The routes that the platform lets everyone call, as the functions declare them, and principals to call them with.</summary>
internal static class StaffRoutes
{
    private const string User = "staff-route-user";

    /// <summary>Every one of them but health: function, method, and a path that leads there.</summary>
    public static IReadOnlyList<(string Function, string Method, string Path)> All { get; } =
    [
        .. from type in typeof(Composition).Assembly.GetTypes()
        from method in type.GetMethods()
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is { Name: not nameof(GetHealth) }
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
        where trigger is { AuthLevel: AuthorizationLevel.Anonymous }
        select (function.Name, trigger.Methods!.Single().ToUpperInvariant(), PathOf(trigger.Route!)),
    ];

    /// <summary>A principal as App Service Authentication writes it.</summary>
    public static (string Name, string Value) Principal(string name, params string[] roles)
    {
        var claims = roles.Select(r => $$"""{"typ":"roles","val":"{{r}}"}""").Prepend($$"""{"typ":"name","val":"{{name}}"}""");
        var json = $$"""{"auth_typ":"aad","name_typ":"name","role_typ":"roles","claims":[{{string.Join(',', claims)}}]}""";
        return ("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(Encoding.UTF8.GetBytes(json)));
    }

    private static string PathOf(string route) =>
        route
            .Replace("{conversationId}", $"c1?userId={User}", StringComparison.Ordinal)
            .Replace("{userId}", User, StringComparison.Ordinal)
            .Replace("{version}", "20260101T000000000Z", StringComparison.Ordinal)
            .Replace("{id}", "20260101T000000000Z-0123456789abcdef", StringComparison.Ordinal)
            .Replace("{*file}", "train.jsonl", StringComparison.Ordinal);
}
