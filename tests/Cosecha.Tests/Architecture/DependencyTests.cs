using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Cosecha.Messages;

namespace Cosecha.Tests.Architecture;

/// <summary>The project graph of docs/architecture.md: core, storage, functions, hosts and tools; each knows only what is before it.</summary>
public sealed partial class DependencyTests
{
    internal static readonly string Root = FindRoot();

    [Fact]
    public void The_core_knows_no_azure_type()
    {
        var references = typeof(CapturedMessage).Assembly.GetReferencedAssemblies().Select(a => a.Name!);
        references.ShouldNotContain(n =>
            n.StartsWith("Azure", StringComparison.Ordinal) || n.Contains("Functions", StringComparison.Ordinal)
        );
        references.ShouldNotContain(n => n.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Cosecha")]
    [InlineData("Cosecha.Azure", "Cosecha")]
    [InlineData("Cosecha.Functions", "Cosecha.Azure", "WorkerFacade")]
    [InlineData("Cosecha.LocalHost", "Cosecha.Functions")]
    [InlineData("Cosecha.Cli", "Cosecha.Azure")]
    public void A_project_refers_only_to_those_before_it(string project, params string[] allowed)
    {
        var file = XDocument.Load(Path.Combine(Root, "src", project, $"{project}.csproj"));
        var references = file.Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!));
        references.Except(allowed).ShouldBeEmpty();
    }

    [Fact]
    public void A_function_is_a_thin_shell_of_fifteen_lines_at_most()
    {
        var functions = Directory
            .GetFiles(Path.Combine(Root, "src", "Cosecha.Functions"), "*.cs")
            .Where(f => File.ReadAllText(f).Contains("[Function(", StringComparison.Ordinal))
            .ToList();
        functions.Count.ShouldBeGreaterThanOrEqualTo(14);
        foreach (var file in functions)
        {
            var lines = File.ReadAllLines(file);
            var start = Array.FindIndex(lines, l => l.Contains("[Function(", StringComparison.Ordinal));
            var body = lines.Skip(start).SkipWhile(l => !Opening().IsMatch(l)).Skip(1).TakeWhile(l => l is not ("    }" or "}")).ToList();
            body.Count.ShouldBeLessThanOrEqualTo(15, file);
        }
    }

    [Fact]
    public void No_file_is_longer_than_300_lines()
    {
        var files = ((string[])["src", "tests"]).SelectMany(d =>
            Directory.GetFiles(Path.Combine(Root, d), "*.cs", SearchOption.AllDirectories)
        );
        var own = files.Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        own.Where(f => File.ReadLines(f).Count() > 300).ShouldBeEmpty();
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!);
        while (!File.Exists(Path.Combine(directory.FullName, "Functions.sln")))
        {
            directory = directory.Parent!;
        }

        return directory.FullName;
    }

    [GeneratedRegex(@"^    \{$|=>$")]
    private static partial Regex Opening();
}
