using System.Text.Json;
using Microsoft.ML.Tokenizers;

namespace Cosecha.Datasets.Checks;

/// <summary>
/// Counts tokens as OpenAI's cookbook does (<c>openai/openai-cookbook</c>, examples/Chat_finetuning_data_prep.ipynb): an estimate, close to what is billed.
/// Images and the definitions of tools are not counted.
/// </summary>
public sealed class TokenCounter
{
    /// <summary>What each message adds.</summary>
    public const int Message = 3;

    /// <summary>What the reply that the model begins adds, once an example.</summary>
    public const int Reply = 3;

    /// <summary>What a message's name adds.</summary>
    public const int Name = 1;

    // The time for a text without spaces grows with the square of its length. Cutting costs a token a piece at most.
    private const int MaxPiece = 2048;

    private static readonly Lazy<TokenCounter> s_cl100k = new(() => new("cl100k_base"));
    private static readonly Lazy<TokenCounter> s_o200k = new(() => new("o200k_base"));

    // The system prompt stands in every line, and a message in those of its neighbours as their context.
    private readonly Counted?[] _latest = new Counted?[1021];
    private readonly TiktokenTokenizer _tokenizer;

    private TokenCounter(string encoding) => _tokenizer = TiktokenTokenizer.CreateForEncoding(encoding);

    /// <summary>The counter of an encoding; its vocabulary is loaded once a process.</summary>
    public static TokenCounter Of(TokenEncoding encoding) => (encoding == TokenEncoding.Cl100kBase ? s_cl100k : s_o200k).Value;

    /// <summary>Tokens of a text.</summary>
    public int Count(string text)
    {
        if (text.Length > MaxPiece)
        {
            return CountAnew(text);
        }

        ref var slot = ref _latest[(uint)text.GetHashCode() % (uint)_latest.Length];
        if (slot is not { } known || known.Text != text)
        {
            slot = known = new(text, CountAnew(text));
        }

        return known.Tokens;
    }

    private int CountAnew(ReadOnlySpan<char> rest)
    {
        var count = 0;
        while (rest.Length > MaxPiece)
        {
            var cut = CutOf(rest);
            count += _tokenizer.CountTokens(rest[..cut]);
            rest = rest[cut..];
        }

        return count + _tokenizer.CountTokens(rest);
    }

    /// <summary>Tokens of all texts in a JSON value, but for images.</summary>
    internal int Count(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => Count(value.GetString()!),
            JsonValueKind.Array => value.EnumerateArray().Sum(Count),
            JsonValueKind.Object => value.EnumerateObject().Where(p => !p.NameEquals("image_url")).Sum(p => Count(p.Value)),
            _ => 0,
        };

    /// <summary>Tokens of a chat message.</summary>
    internal int CountMessage(JsonElement message) => Message + Count(message) + (message.TryGetProperty("name", out _) ? Name : 0);

    private static int CutOf(ReadOnlySpan<char> text)
    {
        // Words begin with their space, so a cut before one changes nothing.
        var space = text[..MaxPiece].LastIndexOf(' ');
        var cut = space > 0 ? space : MaxPiece;
        return char.IsHighSurrogate(text[cut - 1]) ? cut - 1 : cut;
    }

    private sealed record Counted(string Text, int Tokens);
}
