using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace Cosecha.Settings;

/// <summary>How a setting has to be written, in words for the operator.</summary>
public static class SettingForm
{
    /// <summary>What stands after "must be": <c>a whole number from 1 to 300</c>.</summary>
    public static string Of(PropertyInfo property)
    {
        ArgumentNullException.ThrowIfNull(property);
        var type = property.PropertyType;
        if (ElementOf(type) is not null)
        {
            return "a list, one setting for each entry (docs/settings.md)";
        }

        var range = property.GetCustomAttribute<RangeAttribute>() is { } limits ? $" {Range(limits)}" : "";
        return Nullable.GetUnderlyingType(type) is { } value ? $"{Kind(value)}{range}, or empty" : $"{Kind(type)}{range}";
    }

    /// <summary>The same for an entry of a list or dictionary.</summary>
    public static string OfEntry(PropertyInfo property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return Kind(ElementOf(property.PropertyType)!);
    }

    /// <summary>The range of a setting as messages and docs/settings.md tell it: <c>from 1 to 300</c>, or <c>from 0</c>.</summary>
    public static string Range(RangeAttribute limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var from = string.Create(CultureInfo.InvariantCulture, $"from {limits.Minimum}");
        return limits.Maximum is int.MaxValue ? from : string.Create(CultureInfo.InvariantCulture, $"{from} to {limits.Maximum}");
    }

    /// <summary>The type of the entries of a list or dictionary; null for a type of one value.</summary>
    internal static Type? ElementOf(Type type) =>
        type.IsGenericType && Nullable.GetUnderlyingType(type) is null ? type.GenericTypeArguments[^1] : null;

    private static string Kind(Type type) =>
        type switch
        {
            { IsEnum: true } => $"one of {string.Join(", ", Enum.GetNames(type))}",
            _ when type == typeof(bool) => "true or false",
            _ when type == typeof(int) => "a whole number",
            _ when type == typeof(double) => "a number",
            _ when type == typeof(TimeSpan) => "days, or days.hours:minutes:seconds,",
            _ => "a text",
        };
}
