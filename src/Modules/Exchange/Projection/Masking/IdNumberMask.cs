namespace Qingdan.Exchange.Projection.Masking;

/// <summary>Keeps the first three (province and city) and the last four of an ID number of 18 (GB 11643) or 15 characters; date of birth and the rest of the division go.</summary>
internal sealed class IdNumberMask : Mask
{
    public override ReadOnlySpan<char> Of(ReadOnlySpan<char> value, Span<char> room)
    {
        value = value.Trim();
        var formed = value.Length == 15 ? Digits(value) : value.Length == 18 && Digits(value[..17]) && (char.IsAsciiDigit(value[17]) || value[17] is 'X' or 'x');
        return formed ? Middle(value, 3, 4, room) : Whole;
    }
}
