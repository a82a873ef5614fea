using System.Text.RegularExpressions;
using Qingdan.Organizations.Contracts;

namespace Qingdan.Organizations.Naming;

/// <summary>A unit's name taken apart: 上海市静安区教育局 is of district level, with the place 上海市静安区 and the body 教育局; 市教委 is of city level without a place.</summary>
/// <param name="Level">Read from the place and the ending.</param>
/// <param name="Place">Province, city and district as written; empty when there is none.</param>
/// <param name="Bare">省, 自治区, 市, 区 or 县 without a name, as in 市教委; empty when there is a place or nothing of the kind.</param>
/// <param name="District">The district or county in the place; empty at city level.</param>
/// <param name="Body">What remains; a second name in brackets is taken off.</param>
internal sealed partial record NameParts(OrganizationLevel Level, string Place, string Bare, string District, string Body)
{
    private static readonly string[] Before = ["国家税务总局", "中国共产党", "中共"];

    public static NameParts Of(string name)
    {
        var rest = Bracketed().Replace(Unwrap(NameKey.Of(name)), "");
        foreach (var prefix in Before)
            if (rest.StartsWith(prefix, StringComparison.Ordinal)) rest = rest[prefix.Length..];
        var street = Street().IsMatch(rest);
        var (province, city, district) = (Take(Province(), ref rest), Take(City(), ref rest), Take(DistrictName(), ref rest));
        var place = province + city + district;
        var bare = place.Length == 0 ? Take(BareLevel(), ref rest) : "";
        var level = street ? OrganizationLevel.Street
            : district.Length > 0 || bare is "区" or "县" or "新区" ? OrganizationLevel.District
            : OrganizationLevel.City;
        return new NameParts(level, place, bare, district.TrimStart('市'), rest.Length == 0 && place.Length > 0 ? "政府" : rest);
    }

    private static string Take(Regex part, ref string rest)
    {
        var taken = part.Match(rest).Value;
        rest = rest[taken.Length..];
        return taken;
    }

    // 【仙居县】台州市生态环境局仙居分局 has a place of its own; 【黄岩区】水利局 and 衢州市-市商务局 take the one in front.
    private static string Unwrap(string key)
    {
        var match = InFront().Match(key);
        if (!match.Success) return key;
        var (place, rest) = (match.Groups["place"].Value, match.Groups["rest"].Value);
        if (OwnPlace().IsMatch(rest)) return rest;
        return place + (rest[0] == place[^1] ? rest[1..] : rest);
    }

    [GeneratedRegex(@"\([^()]*\)$")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^(【(?<place>[^】]+)】|(?<place>[^-]{2,12}[市区县州])-)(?<rest>.+)$")]
    private static partial Regex InFront();

    [GeneratedRegex(@"^[^市区县]{2,8}[市区县](?!场)")]
    private static partial Regex OwnPlace();

    [GeneratedRegex(@"^[^市区县]{2,6}?(省|自治区)")]
    private static partial Regex Province();

    // 市 of 市场 and of 城市 is no city's 市; 黔东南州 is one, 宿州 of 宿州市 is not.
    [GeneratedRegex(@"^([^省市区县]{1,12}?自治州|[^省市区县州]{1,6}州(?![区县]|市(?!场)|[^市]*州市)|[^省市区县]{2,10}?(?<!城)市(?!场))")]
    private static partial Regex City();

    // 社区, 校区 and 街区 are no districts.
    [GeneratedRegex(@"^市?[^省市区县镇乡局委会院]{1,8}?(新区|(?<![社校街小治])区|自治县|县|旗)(?![域块级])")]
    private static partial Regex DistrictName();

    [GeneratedRegex(@"^(自治区|省|市(?!场)|新区|区|县)")]
    private static partial Regex BareLevel();

    [GeneratedRegex(@"(街道办事处|街道办|街道|(?<!集|城|景德)镇(人民政府|政府)?|(?<!城)乡(人民政府|政府)?)$")]
    private static partial Regex Street();
}
