using System.Buffers.Binary;
using System.Globalization;

namespace Cosecha.Anonymization;

/// <summary>Made-up values for the operator <see cref="RedactionOperator.Surrogate"/>, from ranges that belong to nobody where such exist.</summary>
internal static class Surrogates
{
    private static readonly string[] s_names =
    [
        "Alex Prueba",
        "Sam Ejemplo",
        "Noa Muestra",
        "Max Modelo",
        "Kim Ensayo",
        "Ari Ficticio",
        "Lou Supuesta",
        "Gael Inventado",
    ];

    /// <summary>The made-up value of a type for a keyed hash of the real one.</summary>
    public static string For(string type, ReadOnlySpan<byte> hash)
    {
        var n = BinaryPrimitives.ReadUInt32BigEndian(hash);
        return type switch
        {
            PiiTypes.Person => s_names[n % s_names.Length],
            PiiTypes.Phone => Text($"+1 555 555 01{n % 100:00}"),
            PiiTypes.Email => Text($"persona{n % 10000:0000}@example.com"),
            PiiTypes.Address => Text($"Calle Ejemplo {(n % 899) + 100}"),
            PiiTypes.Id => Text($"ID{n % 100000000:00000000}"),
            PiiTypes.Card => Text($"0000 0000 0000 {n % 10000:0000}"),
            PiiTypes.Account => Text($"XX00{n % 100000000:00000000}"),
            PiiTypes.Url => Text($"https://example.com/perfil{n % 10000:0000}"),
            PiiTypes.Handle => Text($"@persona{n % 10000:0000}"),
            PiiTypes.Ip => Text($"192.0.2.{n % 256}"),
            PiiTypes.Geo => "0.0000, 0.0000",
            PiiTypes.BirthDate => "01/01/1900",
            _ => Text($"Empresa Ejemplo {n % 100}"),
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
