namespace Qingdan.Exchange.Projection.Masking;

/// <summary>
/// Masks a value (脱敏). How much is kept follows the practice of public offices; no law says it. A value that has not the expected form is masked wholly, never passed.
/// </summary>
internal abstract class Mask
{
    /// <summary>What stands for a value of which nothing may be seen; as long for a short one as for a long one.</summary>
    public const string Whole = "***";

    /// <summary>Room that a masked value may need beyond the value's own length.</summary>
    public const int Beyond = 8;

    /// <summary>The value masked. <paramref name="room"/> has the value's length and <see cref="Beyond"/> more, and may hold the answer.</summary>
    public abstract ReadOnlySpan<char> Of(ReadOnlySpan<char> value, Span<char> room);

    /// <summary>Keeps the ends and puts an asterisk for each character between them.</summary>
    private protected static ReadOnlySpan<char> Middle(ReadOnlySpan<char> value, int first, int last, Span<char> room)
    {
        value.CopyTo(room);
        room[first..(value.Length - last)].Fill('*');
        return room[..value.Length];
    }

    /// <summary>True when there are only the digits 0 to 9.</summary>
    private protected static bool Digits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
