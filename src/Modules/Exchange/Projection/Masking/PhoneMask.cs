namespace Qingdan.Exchange.Projection.Masking;

/// <summary>Keeps the first three and the last four of a mobile number, area code and last four of a landline.</summary>
internal sealed class PhoneMask : Mask
{
    public override ReadOnlySpan<char> Of(ReadOnlySpan<char> value, Span<char> room)
    {
        value = value.Trim();
        var country = value.StartsWith("+86", StringComparison.Ordinal) ? 3 : value.StartsWith("0086", StringComparison.Ordinal) ? 4 : 0;
        if (country > 0 && value.Length > country && value[country] is ' ' or '-') country++;
        var number = value[country..];
        if (number.Length == 11 && number[0] == '1' && number[1] is >= '3' and <= '9' && Digits(number)) return Middle(value, country + 3, 4, room);
        var area = Area(number);
        return area >= 0 && number.Length - area is 7 or 8 && Digits(number[area..]) && number[area] != '0' ? Middle(value, country + area, 4, room) : Whole;
    }

    // Characters of the area code with what stands behind it; 0 when there is none, -1 when it is not one.
    private static int Area(ReadOnlySpan<char> number)
    {
        if (number.Length is 7 or 8) return 0;
        if (number is not ['0', _, _, ..]) return -1;
        var dash = number.IndexOfAny('-', ' ');
        if (dash >= 0) return dash is 3 or 4 && Digits(number[..dash]) ? dash + 1 : -1;
        // 010 and 02x are of three digits, all others of four.
        return number[1] is '1' or '2' ? 3 : 4;
    }
}
