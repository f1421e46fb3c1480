namespace Cosecha.Failures;

/// <summary>Knows the exceptions of the services behind the ports.</summary>
public interface IFaults
{
    /// <summary>Whether a service is away, busy or refuses just now, so that the same work succeeds later.</summary>
    bool MayPass(Exception exception);

    /// <summary>What may be written down of an exception: its type and the service's codes, never its message, which may quote data.</summary>
    string Describe(Exception exception);
}
