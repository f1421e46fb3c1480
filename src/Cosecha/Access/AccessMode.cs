namespace Cosecha.Access;

/// <summary>How the routes of staff are guarded.</summary>
public enum AccessMode
{
    /// <summary>Nobody may call them: nothing is set up, and this is no development machine.</summary>
    Closed,

    /// <summary>A caller needs a principal of the platform or a key.</summary>
    Guarded,

    /// <summary>Whoever calls from this machine may call them: nothing is set up, in development.</summary>
    Open,
}
