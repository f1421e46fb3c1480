namespace Cosecha.Consent;

/// <summary>What messages may be used for. Each purpose is asked for and given by itself (GDPR, recital 43).</summary>
[Flags]
public enum ConsentPurposes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Examples to fine-tune a model: what the pipeline makes.</summary>
    Training = 1,

    /// <summary>Documents that answers are looked up in.</summary>
    Retrieval = 2,
}
