using System.Text.RegularExpressions;

namespace Cosecha.Tests.Architecture;

/// <summary>Every HTTP function: who may call it, in the code and in the table of docs/operations.md.</summary>
public sealed partial class RouteTests
{
    private static readonly IReadOnlyList<Route> s_routes = [.. ReadRoutes()];

    [Fact]
    public void All_http_functions_are_found() => s_routes.Count.ShouldBeGreaterThanOrEqualTo(14);

    [Fact]
    public void A_function_that_needs_no_function_key_asks_who_calls_before_anything_else()
    {
        foreach (var route in s_routes.Where(r => r is { Level: "Anonymous", Function: not "GetHealth" }))
        {
            FirstStatement().Match(route.Source).Groups["function"].Value.ShouldBe(route.Function, route.Function);
        }
    }

    [Fact]
    public void The_operations_page_tells_every_route_and_who_may_call_it()
    {
        var page = File.ReadAllText(Path.Combine(DependencyTests.Root, "docs", "operations.md"));
        var told = TableRow().Matches(page).Select(m => $"{m.Groups["route"]} {m.Groups["function"]} {m.Groups["who"]}");
        told.ShouldBe(s_routes.Select(r => $"{r.Method} /api/{r.Path} {r.Function} {r.Who}"), ignoreOrder: true);
    }

    private static IEnumerable<Route> ReadRoutes()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(DependencyTests.Root, "src", "Cosecha.Functions"), "*.cs"))
        {
            var source = File.ReadAllText(file);
            foreach (Match match in Trigger().Matches(source))
            {
                var path = Constraint().Replace(match.Groups["path"].Value, "");
                yield return new(
                    Path.GetFileNameWithoutExtension(file),
                    match.Groups["level"].Value,
                    match.Groups["method"].Value.ToUpperInvariant(),
                    path,
                    source
                );
            }
        }
    }

    private sealed record Route(string Function, string Level, string Method, string Path, string Source)
    {
        public string Who =>
            Level == "Function" ? "bot"
            : Role().Match(Source) is { Success: true } role ? role.Groups["role"].Value.ToLowerInvariant()
            : "anyone";
    }

    [GeneratedRegex("""\[HttpTrigger\(AuthorizationLevel\.(?<level>\w+), "(?<method>\w+)", Route = "(?<path>[^"]+)"\)\]""")]
    private static partial Regex Trigger();

    /// <summary>What a parameter must look like: <c>{userId:regex(…)}</c>.</summary>
    [GeneratedRegex(@":\w+\(.*\)(?=\})")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"AccessRole\.(?<role>\w+)")]
    private static partial Regex Role();

    [GeneratedRegex(
        @"    \)\s+\{\s+var access = await guard\.CheckAsync\(request, AccessRole\.\w+, nameof\((?<function>\w+)\)\);\s+"
            + @"if \(access\.Refusal is \{ \} refusal\)\s+\{\s+return refusal;"
    )]
    private static partial Regex FirstStatement();

    [GeneratedRegex(@"^\| `(?<route>[A-Z]+ /api/[^`]+)` \| (?<function>\w+) \| (?<who>\w+)", RegexOptions.Multiline)]
    private static partial Regex TableRow();
}
