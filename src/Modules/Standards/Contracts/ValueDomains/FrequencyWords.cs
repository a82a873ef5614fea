using System.Text.RegularExpressions;
using static Qingdan.Standards.Contracts.ValueDomains.UpdateFrequency;

namespace Qingdan.Standards.Contracts.ValueDomains;

/// <summary>Reads rhythms written as words: 每月更新1次, 每15分钟, 每三年, Every 6 months, Daily at 9:00am.</summary>
internal static partial class FrequencyWords
{
    public static Reading<UpdateFrequency> Read(string folded)
    {
        var text = Remark().Replace(folded, "").Trim();
        if (text.Length == 0) return Reading<UpdateFrequency>.Unknown;
        // Without its remark in brackets it may be a plain spelling.
        if (text != folded) return Domains.UpdateFrequencies.Read(text) is { Kind: ReadingKind.Exact, Value: { } plain } ? Reading<UpdateFrequency>.Same(plain) : Domains.UpdateFrequencies.Read(text);
        if (Chinese().Match(text) is { Success: true } c) return Rhythm(Count(c.Groups["n"].Value), Unit(c.Groups["unit"].Value), Count(c.Groups["times"].Value), c.Groups["more"].Length > 0);
        if (Level().IsMatch(text)) return Reading<UpdateFrequency>.Perhaps(RealTime);
        if (AsNeeded().IsMatch(text)) return Reading<UpdateFrequency>.Same(Irregular);
        return English().Match(text) is { Success: true } e ? OfEnglish(e, more: e.Groups["more"].Length > 0) : Reading<UpdateFrequency>.Unknown;
    }

    private static Reading<UpdateFrequency> OfEnglish(Match match, bool more)
    {
        var word = match.Groups["word"].Value;
        if (match.Groups["day"].Length > 0) return Rhythm(1, 'w', 1, more);
        if (word.Length == 0) return Rhythm(Count(match.Groups["n"].Value), Unit(match.Groups["unit"].Value), Count(match.Groups["times"].Value), more);
        return word switch
        {
            "hourly" => Reading<UpdateFrequency>.Perhaps(RealTime),
            "biannually" or "biannual" => Reading<UpdateFrequency>.Perhaps(HalfYearly),
            _ when Domains.UpdateFrequencies.Read(word).Value is { } value => more ? Reading<UpdateFrequency>.Perhaps(value) : Reading<UpdateFrequency>.Same(value),
            _ => Reading<UpdateFrequency>.Unknown,
        };
    }

    /// <summary>The value for <paramref name="times"/> renewals every <paramref name="n"/> units.</summary>
    private static Reading<UpdateFrequency> Rhythm(decimal n, char unit, decimal times, bool more)
    {
        if (n <= 0 || times <= 0) return Reading<UpdateFrequency>.Unknown;
        UpdateFrequency? exact = (unit, n, times) switch
        {
            ('d', 1, 1) => Daily,
            ('w', 1, 1) or ('d', 7, 1) => Weekly,
            ('x', 1, 1) or ('d', 10, 1) or ('m', 1, 3) => TenDays,
            ('m', 1, 1) or ('y', 1, 12) => Monthly,
            ('q', 1, 1) or ('m', 3, 1) or ('y', 1, 4) => Quarterly,
            ('m', 6, 1) or ('y', 0.5m, 1) or ('y', 1, 2) => HalfYearly,
            ('y', 1, 1) or ('m', 12, 1) => Yearly,
            _ => null,
        };
        if (exact is { } value) return more ? Reading<UpdateFrequency>.Perhaps(value) : Reading<UpdateFrequency>.Same(value);
        // Finer than a day is nearest to 实时, several times a day to 每日; any other rhythm has no value of its own.
        return Reading<UpdateFrequency>.Perhaps(unit is 's' ? RealTime : unit is 'd' && n == 1 ? Daily : Other);
    }

    private static char Unit(string word) => word switch
    {
        "天" or "日" or "day" or "days" or "daily" => 'd',
        "周" or "星期" or "week" or "weeks" => 'w',
        "旬" => 'x',
        "月" or "month" or "months" => 'm',
        "季" or "季度" or "quarter" or "quarters" => 'q',
        "年" or "年度" or "year" or "years" => 'y',
        _ => 's',
    };

    private static decimal Count(string word) => word switch
    {
        "" or "一" or "one" or "once" => 1,
        "半" => 0.5m,
        "二" or "两" or "两两" or "two" or "twice" => 2,
        "三" or "three" => 3,
        "四" or "four" => 4,
        "五" or "five" => 5,
        "六" or "six" => 6,
        "七" => 7,
        "八" => 8,
        "九" => 9,
        "十" => 10,
        _ => decimal.TryParse(word, out var number) ? number : 0,
    };

    [GeneratedRegex(@"[(\[【（][^)\]】）]*[)\]】）]")]
    private static partial Regex Remark();

    [GeneratedRegex("^(每隔|每|按|各)?(?<n>[0-9]{1,3}|[一二两三四五六七八九十半])?个?(?<unit>秒|分钟|分|小时|时|天|日|周|星期|旬|月|季度|季|年度|年)(更新|/)?((?<times>[0-9]{1,3}|[一二两三四五六七八九十])次)?(更新)?(?<more>以上|定期|结束后.{1,6}|[上中下]旬|[0-9]{1,2}月底?|底)?$|^(?<times>[0-9]{1,3}|[一二两三四五六七八九十])次/(?<unit>天|日|周|月|季|年)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Chinese();

    [GeneratedRegex("^(小时|分钟|秒|时|分)级$")]
    private static partial Regex Level();

    [GeneratedRegex("^(as and when (necessary|required|needed)|as necessary|as required|as needed|ad hoc|on a need basis|on demand|irregular(ly)?|(update )?when necessary)$")]
    private static partial Regex AsNeeded();

    // The rest of the sentence ("or as and when necessary") makes the reading one to confirm; a second rhythm behind a slash is not read at all.
    [GeneratedRegex("^(on )?((?<word>hourly|daily|everyday|weekly|monthly|quarterly|half-yearly|yearly|annually|annual|biannually|biannual|realtime|real-time)( basis)?|(about )?every (?<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?<times>once|twice|three times) (a|per) (?<unit>day|week|month|quarter|year)|(?<times>twice) (?<unit>daily)|(about )?every (mid of )?(?<n>[0-9]{1,3}|one|two|three|four|five|six)? ?(?<unit>second|minute|hour|day|week|month|quarter|year)s?)( at [0-9:]+ ?(am|pm))?(?<more>(,| or| and| during| -| along| at).*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex English();
}
