namespace Cosecha.Importing;

/// <summary>Why an entry of a history is not imported.</summary>
public static class SkipReasons
{
    /// <summary>A picture, a voice note, a file, a place: there is no text.</summary>
    public const string Media = "media";

    /// <summary>The message was deleted by who wrote it.</summary>
    public const string Deleted = "deleted";

    /// <summary>Written by the chat program itself: members, calls, encryption.</summary>
    public const string Notice = "system";

    /// <summary>There is no text, or blanks only.</summary>
    public const string Empty = "empty";

    /// <summary>Stands before the first message.</summary>
    public const string NoHeader = "no_header";

    /// <summary>An answer in a chat with several users: it may be about any of them.</summary>
    public const string SeveralUsers = "several_users";

    /// <summary>A session in which nothing was said.</summary>
    public const string NoMessages = "no_messages";

    /// <summary>The line is no JSON.</summary>
    public const string NotJson = "not_json";

    /// <summary>Something else stands where a message or a session should.</summary>
    public const string NotAMessage = "not_a_message";

    /// <summary>The user is not named.</summary>
    public const string NoUser = "no_user";

    /// <summary>The role is neither user nor assistant.</summary>
    public const string NoRole = "no_role";

    /// <summary>The content is no text.</summary>
    public const string NoText = "no_text";

    /// <summary>When it was said is not known.</summary>
    public const string NoTime = "no_time";

    /// <summary>The text or an id is longer than the front door takes.</summary>
    public const string TooLong = "too_long";

    /// <summary>The user is not in the list of consents.</summary>
    public const string NotListed = "not_in_consent_list";

    /// <summary>A later answer of the user stands than the list has: the list is out of date.</summary>
    public const string Superseded = "consent_superseded";

    /// <summary>The user said no, or withdrew.</summary>
    public const string NotGranted = "consent_not_granted";

    /// <summary>The listed answer was not accepted, such as one to a text that there never was.</summary>
    public const string ConsentRefused = "consent_refused";
}
