namespace Cosecha.Access;

/// <summary>What staff may do; a later role may do all that an earlier one may.</summary>
public enum AccessRole
{
    /// <summary>Decides about messages that wait for a person.</summary>
    Reviewer,

    /// <summary>Runs the service: exports, figures, what is held of a person, the audit.</summary>
    Operator,
}
