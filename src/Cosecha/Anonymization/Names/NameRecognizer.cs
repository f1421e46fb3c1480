using Cosecha.Anonymization.Recognizers;
using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Names;

/// <summary>Names of persons and companies, by the name model over what no other recognizer covers.</summary>
internal sealed class NameRecognizer(NameModel model) : IRecognizer
{
    /// <summary>
    /// How much a person's name is preferred: a name that stays costs more than a word that goes. Chosen on held-out
    /// messages, see docs/privacy.md.
    /// </summary>
    private const float PersonBias = 1.5f;

    /// <summary>The same for places, of which a name is most often only the likeness.</summary>
    private const float PlaceBias = 0.5f;

    /// <summary>The same for words of the language in small letters, which are most often what they say.</summary>
    private const float WordBias = 0;

    private const float Certain = 8;
    private const int MostRounds = 4;

    /// <inheritdoc/>
    public void Recognize(MessageText message, List<Finding> findings)
    {
        var units = AnonymizerWorkspace.Current.Units;

        // A found name becomes one unit for its neighbours, as its placeholder will be when the output is read again: what a later
        // pass would find is found now, so that a second anonymization changes nothing.
        var style = uint.MaxValue;
        for (var round = 0; round < MostRounds; round++)
        {
            units.Build(message);
            Tag(units, message, everything: units.Style != style);
            NameMender.Run(units, message);
            OrgMender.Run(units, message);
            style = units.Style;
            if (!Collect(units, message, findings))
            {
                return;
            }
        }
    }

    private void Tag(NameUnits units, MessageText message, bool everything)
    {
        Span<uint> features = stackalloc uint[NameFeatures.Most];
        var all = units.All;
        for (var i = 0; i < all.Length; i++)
        {
            ref var unit = ref all[i];
            if (!units.IsOpen(i) || (!everything && !units.IsNearFound(i)))
            {
                continue;
            }

            ref readonly var token = ref message.At(unit.First);
            if (token.Is(WordFlags.Denied))
            {
                (unit.Tag, unit.Margin) = (NameTag.Person, Certain);
                continue;
            }

            var (none, person, org) = model.Score(features[..NameFeatures.Write(units, message, i, features)]);
            person += Bias(token);
            var named = person >= org ? person : org;
            unit.Tag =
                named <= none ? NameTag.None
                : person >= org ? NameTag.Person
                : NameTag.Org;
            unit.Margin = named - none;
        }
    }

    private static float Bias(in Token token)
    {
        if (token.Is(WordFlags.Ordinary | WordFlags.Dictionary | WordFlags.Ambiguous))
        {
            return token.Case == LetterCase.Lower ? WordBias : PersonBias;
        }

        return token.Is(WordFlags.PlaceWord) || token.Cover == TokenCover.Place ? PlaceBias : PersonBias;
    }

    /// <summary>Joins neighbours of one tag into findings and covers their tokens; false when there is nothing.</summary>
    private static bool Collect(NameUnits units, MessageText message, List<Finding> findings)
    {
        var all = units.All;
        var found = false;
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].Tag == NameTag.None || !HasLetters(message, all[i]))
            {
                continue;
            }

            var (first, last) = (i, i);
            var margin = all[i].Margin;
            // A name takes a place of several words whole: what remained of it would be read as something else the next time.
            while (first > 0 && message.At(all[first].First).Is(WordFlags.PhraseInner))
            {
                first--;
            }

            while (last + 1 < all.Length && (Continues(all[i], all[last + 1]) || message.At(all[last + 1].First).Is(WordFlags.PhraseInner)))
            {
                last++;
                margin = Math.Max(margin, all[last].Margin);
            }

            var end = last;
            while (!HasLetters(message, all[end]))
            {
                end--;
            }

            findings.Add(Finding(message, all[first], all[end], all[i].Tag, margin));
            Cover(message, all[first].First, all[end].Last, all[i].Tag == NameTag.Person ? TokenCover.Name : TokenCover.Org);
            found = true;
            i = last;
        }

        return found;
    }

    private static bool Continues(in NameUnit name, in NameUnit next) => next.Tag == name.Tag && !next.LineBefore;

    private static Finding Finding(MessageText message, in NameUnit first, in NameUnit last, NameTag tag, float margin)
    {
        var (type, reason) = tag == NameTag.Person ? (PiiTypes.Person, "name model: person") : (PiiTypes.Org, "name model: company");
        var score = 1 / (1 + Math.Exp(-Math.Clamp(margin, 0, Certain)));
        return new Finding(type, message.At(first.First).Start, message.At(last.Last).End, score, "name", reason);
    }

    private static void Cover(MessageText message, int first, int last, TokenCover cover)
    {
        var tokens = message.Tokens;
        for (var i = first; i <= last; i++)
        {
            tokens[i].Cover = cover;
        }
    }

    private static bool HasLetters(MessageText message, in NameUnit unit) => message.At(unit.First).Kind == TokenKind.Word;
}
