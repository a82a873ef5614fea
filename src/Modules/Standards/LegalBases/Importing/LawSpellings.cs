using System.Text.RegularExpressions;
using Qingdan.Platform.Sheets.Mapping;

namespace Qingdan.Standards.LegalBases.Importing;

/// <summary>How headers, days and names of laws are written in files.</summary>
internal static partial class LawSpellings
{
    /// <summary>What every national law's full name begins with.</summary>
    public const string Nation = "中华人民共和国";

    /// <summary>The columns with their synonyms.</summary>
    public static TargetField[] Fields { get; } =
    [
        new(LawColumns.Name, [LawColumns.Name, "法规名称", "依据名称"]), new(LawColumns.Level, [LawColumns.Level, "依据层级", "效力级别"]), new(LawColumns.Issuer, [LawColumns.Issuer, "制定机关"]),
        new(LawColumns.Number, [LawColumns.Number, "发文字号"]), new(LawColumns.Promulgated, [LawColumns.Promulgated, "发布日期"]), new(LawColumns.Effective, [LawColumns.Effective, "生效日期"]),
        new(LawColumns.State, [LawColumns.State, "时效性"]), new(LawColumns.Ended, [LawColumns.Ended, "废止日期", "停止施行日期"]), new(LawColumns.Replaces, [LawColumns.Replaces, "修订前版本"]), new(LawColumns.Article, [LawColumns.Article, "条号"]), new(LawColumns.Text, [LawColumns.Text, "条文"]), new(LawColumns.Source, [LawColumns.Source]),
    ];

    /// <summary>Words by which a law says that it revises an earlier text.</summary>
    [GeneratedRegex("修订|修正|修改")]
    public static partial Regex Revision();

    /// <summary>How days are written.</summary>
    public static string[] Days { get; } = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyy-MM-dd HH:mm:ss", "yyyy/M/d H:mm:ss"];
}
