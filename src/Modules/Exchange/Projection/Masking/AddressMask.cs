using System.Text.RegularExpressions;

namespace Qingdan.Exchange.Projection.Masking;

/// <summary>Keeps province, city, district, town and road, as far as they are written; house, building and room go. What names neither city nor district is masked wholly.</summary>
internal sealed partial class AddressMask : Mask
{
    // Nobody's address is longer; and the expression's time is bounded by it.
    private const int Longest = 200;

    public override ReadOnlySpan<char> Of(ReadOnlySpan<char> value, Span<char> room)
    {
        value = value.Trim();
        if (value.Length > Longest) return Whole;
        var kept = Known().Match(value.ToString());
        if (!kept.Groups["city"].Success && !kept.Groups["district"].Success) return Whole;
        value[..kept.Length].CopyTo(room);
        Whole.CopyTo(room[kept.Length..]);
        return room[..(kept.Length + Whole.Length)];
    }

    [GeneratedRegex("""
        ^(?:\p{IsCJKUnifiedIdeographs}{2,6}?(?:省|自治区|特别行政区))?
        (?<city>\p{IsCJKUnifiedIdeographs}{1,8}?(?:市|自治州|地区|盟))?
        (?<district>\p{IsCJKUnifiedIdeographs}{1,8}?(?:新区|(?<![小社园校])区|县|旗|市))?
        (?:\p{IsCJKUnifiedIdeographs}{1,8}?(?:街道|镇|乡))?
        (?:\p{IsCJKUnifiedIdeographs}{1,10}?(?:大道|公路|路|街|巷))?
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Known();
}
