using System.Text.RegularExpressions;
using Qingdan.Platform.Results;

namespace Qingdan.Standards.Contracts;

/// <summary>
/// 密级标志: finds marks of state and work secrets, which must never enter the system (政务数据共享条例 3).
/// A mark stands alone in its line, carries ★ or a term (秘密★10年), stands in brackets, behind 密级: or before a degree of urgency.
/// Ordinary words (商业秘密, 国家秘密目录) are none. How marks look is our reading of practice, not quoted from a rule.
/// </summary>
public static partial class ClassificationMarks
{
    /// <summary>The first mark in a text as it is written, or null.</summary>
    public static string? Find(string? text)
    {
        // Called for every cell of an import: nearly all end here.
        if (text is null || (!text.Contains('密') && !text.Contains('★'))) return null;
        foreach (var pattern in Patterns)
            if (pattern.Match(text) is { Success: true } match) return match.Groups["mark"].Value.Trim();
        return null;
    }

    /// <summary>The refusal of a text that bears a mark, without its content, or that holds signs which cannot be kept; null when it does neither. Every text that is typed passes here.</summary>
    public static Fault? Refusal(string? text, string? field = null) => Find(text) is { } mark
        ? new Fault("standards.classification-mark", "内容带有密级标志“{0}”。国家秘密和工作秘密不得进入本系统，本条未保存。请移除并按保密规定处理；确属误标的，去掉标志后再提交。", field, FaultKind.Invalid, mark)
        : ControlSigns.Refusal(text, field);

    private const string Level = @"(绝|絕)\s{0,2}密|(机|機)\s{0,2}密|秘\s{0,2}密";
    private const string Mark = @"(内部|內部)?工作秘密|" + Level;
    private const string Term = @"\s*(\d{1,2}\s*(年|个月|個月|天)|[一二三五十廿]{1,3}\s*年|长期|長期)";
    private const string Trade = "(?<!商业|商業|技术|技術|营业|營業|经营|經營)";
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Multiline;

    private static readonly Regex[] Patterns = [WithStar(), WithTerm(), Alone(), Bracketed(), Labelled(), Urgent()];

    [GeneratedRegex(Trade + "(?<mark>((" + Mark + @"|内部|內部)\s*级?\s*[★☆⭐]|[★☆⭐]\s*(" + Mark + @"))(" + Term + ")?|(" + Mark + @")\s*[*＊]" + Term + ")", Options)]
    private static partial Regex WithStar();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?<mark>(" + Mark + ")级?" + Term + @")(?![\p{L}\p{N}])", Options)]
    private static partial Regex WithTerm();

    [GeneratedRegex(@"^[\s\p{P}]*(?<mark>(" + Mark + @")\s*(级|級|件|文件)?)[\s\p{P}]*$", Options)]
    private static partial Regex Alone();

    [GeneratedRegex(@"[【\[（(〔<＜]\s*(?<mark>(" + Mark + @")\s*(级|級|件|文件)?)\s*[】\]）)〕>＞]", Options)]
    private static partial Regex Bracketed();

    // A list of the degrees behind the label (密级：绝密、机密、秘密) is a value domain, not a mark.
    [GeneratedRegex(@"(密级|密級|保密级别|保密等级|涉密等级|秘密等级|秘密级别|密级标识)\s*([:：=]|为|是)\s*(?<mark>(" + Mark + @")(级|級)?)(?!\s*[\p{L}\p{N}、/,;，；|\\])", Options)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?<mark>(" + Mark + @"))[\s·・,，、]*(特急|特提|加急|平急|急件)(?![\p{L}\p{N}])", Options)]
    private static partial Regex Urgent();
}
