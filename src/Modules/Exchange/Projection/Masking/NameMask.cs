using System.Buffers;
using System.Text;

namespace Qingdan.Exchange.Projection.Masking;

/// <summary>Keeps the surname, of a compound one (复姓) both characters, unless the name has but two; an asterisk for each further character. Names of other scripts keep their first letter.</summary>
internal sealed class NameMask : Mask
{
    private const int Longest = 60;

    public override ReadOnlySpan<char> Of(ReadOnlySpan<char> value, Span<char> room)
    {
        value = value.Trim();
        if (value.Length > Longest) return Whole;
        if (!Rune.IsLetter(Rune.DecodeFromUtf16(value, out var first, out var kept) is OperationStatus.Done ? first : Rune.ReplacementChar)) return Whole;
        var runes = 0;
        foreach (var rune in value.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune) && rune.Value is not ('·' or '•' or '．' or ' ' or '-' or '\'' or '’')) return Whole;
            runes++;
        }
        // A single character would be the whole of it.
        if (runes < 2) return Whole;
        if (runes > 2 && CompoundSurnames.Begins(value)) (kept, runes) = (2, runes - 1);
        value[..kept].CopyTo(room);
        room.Slice(kept, runes - 1).Fill('*');
        return room[..(kept + runes - 1)];
    }
}
