using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Cosecha.Settings;

namespace Cosecha.InfraTests;

/// <summary>docs/settings.md against the options classes: every setting has its row, and what the row says is so.</summary>
public sealed partial class SettingsPageTests
{
    private static readonly IReadOnlyDictionary<string, SettingsRow> s_rows = SettingsPage.Rows.ToDictionary(row => row.Name);

    private static readonly ILookup<string, string> s_sources = Directory
        .GetFiles(Repository.Root, "*.cs", SearchOption.AllDirectories)
        .Where(file => !Built().IsMatch(file))
        .ToLookup(file => Path.GetFileNameWithoutExtension(file)!, File.ReadAllText);

    // What neither the code nor the template names.
    private static readonly string[] s_foreign = ["FUNCTIONS_WORKER_RUNTIME", "OTEL_EXPORTER_OTLP_PROTOCOL", "TMPDIR"];

    public static TheoryData<string> Options => [.. OptionProperties.All.Select(o => o.Name)];

    [Theory]
    [MemberData(nameof(Options))]
    public void A_setting_has_its_row_with_its_default_and_its_range(string name)
    {
        var property = OptionProperties.All.Single(o => o.Name == name).Property;
        s_rows.ShouldContainKey(name);
        var row = s_rows[name];
        var isNone = row.Default.Split(':', ';')[0] == "none";
        (isNone ? "none" : row.Default.Trim('`')).ShouldBe(DefaultOf(property));
        if (property.GetCustomAttribute<RangeAttribute>() is { } limits)
        {
            row.Range.ShouldEndWith(SettingForm.Range(limits));
        }
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void A_setting_is_read_by_a_class_that_there_is(string name)
    {
        var options = OptionProperties.All.Single(o => o.Name == name).Property.DeclaringType!.Name;
        var readers = s_rows[name].Readers.ToList();
        readers.ShouldNotBeEmpty();
        foreach (var reader in readers)
        {
            s_sources[reader].ShouldContain(source => source.Contains(options), $"{reader} does not read {name}");
        }
    }

    [Fact]
    public void A_number_with_a_point_has_limits_with_a_point_or_they_would_be_rounded()
    {
        foreach (var (name, property) in OptionProperties.All.Where(o => o.Property.PropertyType == typeof(double)))
        {
            property.GetCustomAttribute<RangeAttribute>().ShouldNotBeNull(name).OperandType.ShouldBe(typeof(double), name);
        }
    }

    [Fact]
    public void Every_other_row_is_of_a_setting_that_a_class_or_the_template_names()
    {
        foreach (var row in SettingsPage.Rows.ExceptBy(OptionProperties.All.Select(o => o.Name), row => row.Name))
        {
            var key = row.Name.Split("__")[^1];
            row.Readers.ShouldAllBe(reader => s_sources[reader].Any(source => source.Contains(key)), row.Name);
            var isKnown = row.Readers.Any() || s_foreign.Contains(row.Name) || SettingsTests.Platform.Contains(row.Name);
            isKnown.ShouldBeTrue($"{row.Name}: no class reads it, and the template does not set it");
        }
    }

    [Fact]
    public void Every_variable_that_the_code_or_the_template_names_has_a_row()
    {
        var read = s_sources
            .SelectMany(files => files)
            .SelectMany(source => Variable().Matches(source))
            .Select(match => match.Groups["name"].Value);
        foreach (var name in read.Concat(SettingsTests.Platform).Where(name => name != "PATH"))
        {
            s_rows.Keys.ShouldContain(row => row == name || name.StartsWith(row + "__", StringComparison.Ordinal), name);
        }
    }

    private static string DefaultOf(PropertyInfo property) =>
        property.GetValue(Activator.CreateInstance(property.DeclaringType!)) switch
        {
            null or "" or ICollection { Count: 0 } => "none",
            bool value => value ? "true" : "false",
            // The one path is the catalog's, next to the program.
            string text => Path.GetRelativePath(AppContext.BaseDirectory, Path.Combine(AppContext.BaseDirectory, text)),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    [GeneratedRegex(@"[/\\](bin|obj|node_modules)[/\\]")]
    private static partial Regex Built();

    [GeneratedRegex("""GetEnvironmentVariable\("(?<name>\w+)"\)""")]
    private static partial Regex Variable();
}
