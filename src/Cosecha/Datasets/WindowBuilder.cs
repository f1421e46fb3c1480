using System.Text;
using Cosecha.Datasets.Checks;
using Cosecha.Messages;

namespace Cosecha.Datasets;

/// <summary>
/// Builds the windows of the chat format. Messages that one side wrote in a row are one turn. Earlier turns are context only (weight 0): the answer to
/// each of them is learned in an example of its own, or left out for a reason that holds here, too.
/// </summary>
/// <param name="systemPrompt">The system message of each window, from the catalog.</param>
/// <param name="maxTurns">How many questions with their answers a window holds at most.</param>
/// <param name="maxTokens">How many tokens a window has at most; the question, with the messages before it in a row, and its answer are never cut.</param>
/// <param name="tokens">Counts them.</param>
public sealed class WindowBuilder(string systemPrompt, int maxTurns, int maxTokens, TokenCounter tokens)
{
    /// <summary>The window of an example.</summary>
    /// <param name="conversation">All its messages, in order of time.</param>
    /// <param name="question">Where the question stands; its answer stands right after it.</param>
    public Window Build(IReadOnlyList<StoredMessage> conversation, int question)
    {
        var first = StartOfRun(conversation, question);
        var end = question + 2;
        while (end < conversation.Count && conversation[end].Header.Role == Role.Assistant && IsJoined(conversation, end - 1))
        {
            end++;
        }

        for (var turns = 1; turns < maxTurns && TurnBefore(conversation, first) is { } earlier && Fits(conversation, earlier, end); turns++)
        {
            first = earlier;
        }

        return Window(conversation, first, question + 1, end);
    }

    private Window Window(IReadOnlyList<StoredMessage> conversation, int first, int answer, int end)
    {
        var turns = new List<ChatTurn> { ChatTurn.System(systemPrompt) };
        for (var i = first; i < answer; )
        {
            var next = EndOfRun(conversation, i, answer);
            var text = Join(conversation, i, next, m => m.Text);
            turns.Add(conversation[i].Header.Role == Role.User ? ChatTurn.User(text) : ChatTurn.Context(text));
            i = next;
        }

        return new(
            turns,
            Join(conversation, answer, end, m => m.Text),
            Original(conversation, answer, end),
            [
                .. Enumerable
                    .Range(first, end - first)
                    .Where(i => i != answer - 1 && i != answer)
                    .Select(i => conversation[i].Header.MessageId),
            ]
        );
    }

    /// <summary>Where the turn before begins, the user's part of it included; null when there is none, or something unclean or missing between.</summary>
    private static int? TurnBefore(IReadOnlyList<StoredMessage> conversation, int first)
    {
        if (first == 0 || !IsJoined(conversation, first - 1) || conversation[first - 1].Header.Role != Role.Assistant)
        {
            return null;
        }

        var answer = StartOfRun(conversation, first - 1);
        return answer > 0 && IsJoined(conversation, answer - 1) ? StartOfRun(conversation, answer - 1) : null;
    }

    private static int StartOfRun(IReadOnlyList<StoredMessage> conversation, int last)
    {
        var first = last;
        while (first > 0 && conversation[first - 1].Header.Role == conversation[last].Header.Role && IsJoined(conversation, first - 1))
        {
            first--;
        }

        return first;
    }

    private static int EndOfRun(IReadOnlyList<StoredMessage> conversation, int first, int limit)
    {
        var end = first + 1;
        while (end < limit && conversation[end].Header.Role == conversation[first].Header.Role)
        {
            end++;
        }

        return end;
    }

    /// <summary>Whether a message and the next one may stand together: both clean, and nothing was between them.</summary>
    private static bool IsJoined(IReadOnlyList<StoredMessage> conversation, int index) =>
        !conversation[index].GapAfter
        && PairFinder.Unclean(conversation[index]) is null
        && PairFinder.Unclean(conversation[index + 1]) is null;

    private bool Fits(IReadOnlyList<StoredMessage> conversation, int first, int end)
    {
        var texts = Enumerable.Range(first, end - first).Select(i => conversation[i].Text!).Prepend(systemPrompt).ToList();
        var frame = (texts.Count * TokenCounter.Message) + TokenCounter.Reply;
        // A token has a byte at least: most windows need no count.
        return texts.Sum(Encoding.UTF8.GetByteCount) + frame <= maxTokens || texts.Sum(tokens.Count) + frame <= maxTokens;
    }

    /// <summary>What the bot had answered, where a reviewer made something else of it.</summary>
    private static string? Original(IReadOnlyList<StoredMessage> conversation, int answer, int end)
    {
        var isWhole = Enumerable.Range(answer, end - answer).All(i => conversation[i].Content is { Length: > 0 });
        var original = Join(conversation, answer, end, m => m.Content);
        return isWhole && original != Join(conversation, answer, end, m => m.Text) ? original : null;
    }

    private static string Join(IReadOnlyList<StoredMessage> conversation, int first, int end, Func<StoredMessage, string?> text) =>
        string.Join('\n', Enumerable.Range(first, end - first).Select(i => text(conversation[i])));
}
