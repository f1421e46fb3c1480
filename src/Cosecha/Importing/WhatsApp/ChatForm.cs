namespace Cosecha.Importing.WhatsApp;

/// <summary>
/// How an export writes its entries. It is the same in all of one, so that a line that looks like an entry of another export, such as one that was pasted into
/// a message, is not taken for one.
/// </summary>
/// <param name="IsBracketed">Date and time stand in brackets, as on iOS.</param>
/// <param name="Separator">Between the parts of the date.</param>
/// <param name="HasSeconds">The time has seconds.</param>
/// <param name="HasHalves">The clock has twelve hours.</param>
/// <param name="HasLongYear">The year has four digits.</param>
internal sealed record ChatForm(bool IsBracketed, char Separator, bool HasSeconds, bool HasHalves, bool HasLongYear);
