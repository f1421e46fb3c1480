using System.Text.RegularExpressions;

namespace Cosecha.Tests.Architecture;

public sealed partial class PrivacyDocumentTests
{
    [Fact]
    public void Every_test_that_a_promise_is_shown_by_is_there()
    {
        var root = DependencyTests.Root;
        var named = TestName().Matches(File.ReadAllText(Path.Combine(root, "docs", "privacy.md"))).Select(m => m.Groups[1].Value).ToList();
        var files = Directory.EnumerateFiles(Path.Combine(root, "tests"), "*Tests.cs", SearchOption.AllDirectories);
        named.Count.ShouldBeGreaterThan(10);
        named.ShouldBeSubsetOf(files.Select(f => Path.GetFileNameWithoutExtension(f)!));
    }

    [GeneratedRegex("`([A-Za-z]+Tests)`")]
    private static partial Regex TestName();
}
