using Cosecha.Anonymization.Names;
using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization;

/// <summary>What one thread needs while it reads a message; used again for the next.</summary>
internal sealed class AnonymizerWorkspace
{
    [ThreadStatic]
    private static AnonymizerWorkspace? t_current;

    /// <summary>The current thread's.</summary>
    public static AnonymizerWorkspace Current => t_current ??= new AnonymizerWorkspace();

    /// <summary>The message.</summary>
    public MessageText Message { get; } = new();

    /// <summary>The message as the name model sees it.</summary>
    public NameUnits Units { get; } = new();

    /// <summary>What was found in it.</summary>
    public List<Finding> Findings { get; } = new(64);
}
