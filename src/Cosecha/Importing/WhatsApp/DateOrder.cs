namespace Cosecha.Importing.WhatsApp;

/// <summary>In which order an export writes its dates; it follows the phone's language and region.</summary>
public enum DateOrder
{
    /// <summary>Day, month, year.</summary>
    Dmy,

    /// <summary>Month, day, year.</summary>
    Mdy,

    /// <summary>Year, month, day.</summary>
    Ymd,
}
