using Cosecha.Catalog;
using Cosecha.Labeling;
using Cosecha.Tests.Catalog;

namespace Cosecha.Tests.Labeling;

public sealed class LabelPromptTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("prompt-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_prompt_that_ships_has_a_version_and_names_the_catalogs_words()
    {
        var prompt = LabelPrompt.Read(CatalogFixture.Folder);
        prompt.Version.ShouldNotBeEmpty();
        var text = prompt.Fill(CatalogFixture.Catalog);
        text.ShouldContain("proforma, pricing, product_info, contact, help, greeting, other");
        text.ShouldContain("P&D BLOQUE");
        text.ShouldContain("U15, 16/20");
        text.ShouldContain("kg, lb, t, containers, boxes, pallets;");
        text.ShouldNotContain("{{");
        text.ShouldNotContain("version:");
    }

    [Theory]
    [InlineData("version: 7\nLabel it: {{units}}.")]
    [InlineData("version:7 \r\n\r\nLabel it: {{units}}.")]
    public void The_first_line_is_the_version_and_the_rest_the_text(string content)
    {
        Write(content);
        LabelPrompt.Read(_folder).ShouldBe(new("7", "Label it: {{units}}."));
    }

    [Theory]
    [InlineData("Label it.", "version: 1")]
    [InlineData("version:\nLabel it.", "version: 1")]
    [InlineData("version: 1\n  \n", "version: 1")]
    [InlineData("", "version: 1")]
    [InlineData("version: 1\nLabel it: {{product}}.", "{{product}}")]
    public void A_prompt_that_cannot_be_used_is_said_with_its_file(string content, string reason)
    {
        Write(content);
        var problem = Should.Throw<CatalogException>(() => LabelPrompt.Read(_folder)).Message;
        problem.ShouldContain(Path.Combine("labels", "prompt.txt"));
        problem.ShouldContain(reason);
    }

    [Fact]
    public void A_missing_prompt_is_said_with_its_file_and_folder()
    {
        var problem = Should.Throw<CatalogException>(() => LabelPrompt.Read(_folder)).Message;
        problem.ShouldContain(Path.Combine("labels", "prompt.txt"));
        problem.ShouldContain(_folder);
    }

    private void Write(string content)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "labels"));
        File.WriteAllText(Path.Combine(_folder, "labels", "prompt.txt"), content);
    }
}
