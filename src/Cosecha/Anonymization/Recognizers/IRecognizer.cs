using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>Finds one kind of personal data. One instance serves all threads: it keeps nothing between calls.</summary>
internal interface IRecognizer
{
    /// <summary>Adds what it finds in <paramref name="message"/> to <paramref name="findings"/>, in time linear in the message.</summary>
    void Recognize(MessageText message, List<Finding> findings);
}
