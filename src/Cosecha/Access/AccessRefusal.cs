using System.Text.Json.Serialization;
using Cosecha.Messages;

namespace Cosecha.Access;

/// <summary>Why a call is refused. It does not say which credential was wrong.</summary>
[JsonConverter(typeof(WireNameConverter<AccessRefusal>))]
public enum AccessRefusal
{
    /// <summary>Nobody knows who calls.</summary>
    Unauthenticated,

    /// <summary>The caller is known and has not the role.</summary>
    Forbidden,
}
