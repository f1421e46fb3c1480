namespace Cosecha.Quality;

/// <summary>One thing that must hold of a message.</summary>
internal interface IQualityRule
{
    /// <summary>The reason, a code of <see cref="QualityReasons"/>, when it does not hold.</summary>
    string Reason { get; }

    /// <summary>Whether it holds.</summary>
    bool Holds(QualitySubject subject);
}
