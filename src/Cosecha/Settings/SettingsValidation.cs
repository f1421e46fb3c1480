using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Cosecha.Settings;

/// <summary>
/// Checks a section at the start: texts that cannot be read, what the attributes of its options class ask for, and its own rules. Every wrong
/// setting is told once, by the name under which an operator writes it (<c>Ai__TimeoutSeconds</c>), never with its value.
/// </summary>
/// <param name="section">The section's name.</param>
/// <param name="configuration">Where the settings stand.</param>
public sealed class SettingsValidation<T>(string section, IConfiguration configuration) : IValidateOptions<T>
    where T : class
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, T options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var problems = SettingsBinder
            .Problems(typeof(T), configuration.GetSection(section))
            .Concat(typeof(T).GetProperties().Select(property => Problem(property, options)).OfType<string>())
            .Concat(OwnRules(options))
            .ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    /// <summary>The first thing that is wrong with a setting: one that is missing is not too short as well.</summary>
    private string? Problem(PropertyInfo property, T options)
    {
        var setting = $"{section}__{property.Name}";
        var context = new ValidationContext(options) { MemberName = property.Name, DisplayName = setting };
        return property
            .GetCustomAttributes<ValidationAttribute>()
            .OrderByDescending(attribute => attribute is RequiredAttribute)
            .Where(attribute => attribute.GetValidationResult(property.GetValue(options), context) != ValidationResult.Success)
            .Select(attribute =>
                attribute is RangeAttribute ? $"{setting} must be {SettingForm.Of(property)}." : attribute.FormatErrorMessage(setting)
            )
            .FirstOrDefault();
    }

    private static IEnumerable<string> OwnRules(T options) =>
        options is IValidatableObject rules ? rules.Validate(new ValidationContext(options)).Select(result => result.ErrorMessage!) : [];
}
