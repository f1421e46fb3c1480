namespace Cosecha.Cli.Doctor;

/// <summary>One thing that the doctor looks at.</summary>
internal interface ICheck
{
    /// <summary>Looks, and says what was seen: at least one finding. What is wrong is a finding, not an exception.</summary>
    Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken);
}
