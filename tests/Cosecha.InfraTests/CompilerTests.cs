namespace Cosecha.InfraTests;

/// <summary>What the compiler says of the template.</summary>
public sealed class CompilerTests(Template template)
{
    [Theory]
    [InlineData("build", "main.bicep", "--stdout")]
    [InlineData("lint", "main.bicep")]
    [InlineData("build-params", "main.bicepparam", "--stdout")]
    [InlineData("lint", "main.bicepparam")]
    public async Task The_template_compiles_and_lints_without_a_word(string command, string file, params string[] options)
    {
        var result = await RunAsync([command, Path.Combine(template.Folder, file), .. options]);
        result.Errors.ShouldBeEmpty();
        result.Code.ShouldBe(0);
        if (command == "lint")
        {
            result.Output.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task No_module_is_left_out_of_the_template()
    {
        var build = await RunAsync(["build", Path.Combine(template.Folder, "main.bicep"), "--stdout"]);
        foreach (var file in Directory.GetFiles(Path.Combine(template.Folder, "modules"), "*.bicep"))
        {
            var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
            var description = lines[0].Split('\'')[1].Split('\\')[0];
            build.Output.ShouldContain($"\"description\": \"{description}", Case.Sensitive, Path.GetFileName(file));
        }
    }

    [Fact]
    public async Task The_files_are_formatted_as_the_compiler_would()
    {
        (await RunAsync(["format", "--pattern", Path.Combine(template.Folder, "**", "*.bicep")])).Code.ShouldBe(0);
        foreach (var file in Directory.GetFiles(template.Folder, "*.bicep", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(template.Folder, file);
            File.ReadAllText(file).ShouldBe(Repository.Read("infra", name), name);
        }
    }

    [Fact]
    public void No_module_comes_from_a_registry()
    {
        foreach (var file in Directory.GetFiles(template.Folder, "*.bicep", SearchOption.AllDirectories))
        {
            File.ReadAllText(file).ShouldNotContain("'br", Case.Sensitive, Path.GetFileName(file));
        }
    }

    private static Task<ToolResult> RunAsync(IEnumerable<string> arguments) =>
        Tool.RunAsync(Repository.Bicep, arguments, Template.Plain, TestContext.Current.CancellationToken);
}
